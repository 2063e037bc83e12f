// SPDX-License-Identifier: MIT
#include "findings/warnings.hpp"

#include <cstring>

namespace kata::findings {

namespace {

// Waits that time out and are tried again are polling only where no thread ever ends one. In so
// many schedules with such waits a thread would have.
constexpr std::uint64_t enough_timeout_polls = 20;

constexpr const char* busy_wait = "busy_wait";
constexpr const char* sleeping = "sleep_as_synchronization";

std::string in_schedules(std::uint64_t count) {
  return std::to_string(count) + (count == 1 ? " schedule" : " schedules");
}

}  // namespace

bool Warnings::ByText::operator()(const Remark* a, const Remark* b) const {
  const int kinds = std::strcmp(a->kind, b->kind);
  return kinds != 0 ? kinds < 0 : std::strcmp(a->says, b->says) < 0;
}

std::vector<Warnings::Shown> Warnings::add(const model::Outcome& outcome,
                                           const std::vector<oracle::Mark>& marks) {
  std::vector<Shown> fresh;
  const auto shows = [&](const char* kind, std::uint16_t thread) {
    if (shown_.insert(kind).second) fresh.push_back({kind, thread});
  };
  if (outcome.busy_wait) {
    ++busy_;
    shows(busy_wait, outcome.busy_wait_thread);
  }
  if (outcome.sleep_poll) {
    if (sleep_polls_++ == 0) sleep_poll_at_ = outcome.poll_at;
    shows(sleeping, outcome.poll_thread);
  } else if (outcome.timeout_poll) {
    if (timeout_polls_++ == 0) timeout_poll_at_ = outcome.poll_at;
  }
  if (outcome.timed_wait_met) ++timed_waits_met_;
  for (const oracle::Mark& mark : marks) {
    Count& count = counts_[mark.remark];
    switch (mark.means) {
      case oracle::Mark::Means::chance:
        ++count.chances;
        break;
      case oracle::Mark::Means::reached:
        ++count.reached;
        break;
      case oracle::Mark::Means::flaw:
        ++count.flaws;
        shows(mark.remark->kind, mark.thread);
        break;
    }
  }
  return fresh;
}

std::vector<Warning> Warnings::list() const {
  std::vector<Warning> all;
  if (busy_ > 0) {
    all.push_back({busy_wait,
                   "a thread spins: it looks again and again at a value that has not changed "
                   "instead of sleeping until it does (seen in " +
                       in_schedules(busy_) + ")",
                   {}});
  }
  const bool by_timeouts = timeout_polls_ >= enough_timeout_polls && timed_waits_met_ == 0;
  if (sleep_polls_ > 0) {
    all.push_back({sleeping,
                   "a thread waits by sleeping for a while and looking again, which is late or "
                   "wasteful however long the while is: let it wait for the change itself, on a "
                   "condition variable, a semaphore or atomic::wait (seen in " +
                       in_schedules(sleep_polls_) + ")",
                   sleep_poll_at_});
  } else if (by_timeouts) {
    all.push_back({sleeping,
                   "a thread waits by letting a wait time out and looking again, since nobody ever "
                   "ends that wait: whoever makes the change should notify it (seen in " +
                       in_schedules(timeout_polls_) + ")",
                   timeout_poll_at_});
  }
  for (const auto& [remark, count] : counts_) {
    if (count.flaws > 0) {
      all.push_back({remark->kind,
                     std::string(remark->says) + " (seen in " + in_schedules(count.flaws) + ")",
                     {}});
    }
    if (count.reached == 0 && count.chances >= Schedule::enough_chances) {
      all.push_back({remark->kind,
                     std::string(remark->says) + " (" + in_schedules(count.chances) +
                         " gave the chance, none took it)",
                     {}});
    }
  }
  return all;
}

trace::Stack shown_at(const std::string& kind, const model::Outcome& outcome) {
  if (kind == busy_wait) return outcome.busy_wait_at;
  return kind == sleeping ? outcome.poll_at : trace::Stack();
}

model::Failure policy_failure(const std::string& kind, const std::string& message,
                              std::uint16_t thread) {
  model::Failure failure;
  failure.thread = thread;
  if (kind == busy_wait) {
    failure.verdict = model::Verdict::livelock;
    failure.message = "a thread waits by spinning, which this kata does not allow";
    failure.rule =
        "A thread that has nothing to do must sleep until another wakes it: on a condition "
        "variable, a semaphore or atomic::wait.";
    return failure;
  }
  failure.verdict = model::Verdict::wrong_answer;
  failure.message = message;
  failure.rule = "Elsewhere this is the warning " + kind + ". This kata does not allow it.";
  return failure;
}

}  // namespace kata::findings
