// SPDX-License-Identifier: MIT
#include "findings/warnings.hpp"

#include <cstring>
#include <stdexcept>

namespace kata::findings {

namespace {

using model::warnings::sleep_as_synchronization;

// Waits that time out and are tried again are polling only where no thread ever ends one. In so
// many schedules with such waits a thread would have.
constexpr std::uint64_t enough_timeout_polls = 20;

std::string in_schedules(std::uint64_t count) {
  return std::to_string(count) + (count == 1 ? " schedule" : " schedules");
}

std::string seen_in(std::string_view sentence, std::uint64_t count) {
  return std::string(sentence) + " (seen in " + in_schedules(count) + ")";
}

const model::WarningKind* kind_of(const Remark& remark) {
  const model::WarningKind* kind = model::warning_kind(remark.kind);
  if (kind == nullptr || kind->finder != model::Finder::harness) {
    throw std::logic_error(std::string("the harness remarks '") + remark.kind +
                           "', which is no kind of warning that a harness finds");
  }
  return kind;
}

}  // namespace

bool Warnings::ByText::operator()(const Remark* a, const Remark* b) const {
  const int kinds = std::strcmp(a->kind, b->kind);
  return kinds != 0 ? kinds < 0 : std::strcmp(a->says, b->says) < 0;
}

void Warnings::show(const model::WarningKind& kind, std::uint16_t thread,
                    std::vector<Shown>& fresh) {
  if (shown_.insert(&kind).second) fresh.push_back({&kind, thread});
}

void Warnings::add_mark(const oracle::Mark& mark, std::vector<Shown>& fresh) {
  Count& count = counts_[mark.remark];
  if (count.kind == nullptr) count.kind = kind_of(*mark.remark);
  switch (mark.means) {
    case oracle::Mark::Means::chance:
      ++count.chances;
      break;
    case oracle::Mark::Means::reached:
      ++count.reached;
      break;
    case oracle::Mark::Means::flaw:
      ++count.flaws;
      show(*count.kind, mark.thread, fresh);
      break;
  }
}

std::vector<Warnings::Shown> Warnings::add(const model::Outcome& outcome,
                                           const std::vector<oracle::Mark>& marks) {
  std::vector<Shown> fresh;
  for (const model::Notice& notice : outcome.notices) {
    Noticed& seen = noticed_[notice.kind];
    if (seen.schedules++ == 0) seen.at = notice.at;
    show(*notice.kind, notice.thread, fresh);
  }
  if (outcome.timeout_poll && outcome.noticed(sleep_as_synchronization) == nullptr) {
    if (timeout_polls_++ == 0) timeout_poll_at_ = outcome.timeout_poll_at;
  }
  if (outcome.timed_wait_met) ++timed_waits_met_;
  for (const oracle::Mark& mark : marks) add_mark(mark, fresh);
  return fresh;
}

void Warnings::list_noticed(std::vector<Warning>& all) const {
  for (const model::WarningKind* kind : model::warning_kinds) {
    if (const auto seen = noticed_.find(kind); seen != noticed_.end()) {
      all.push_back({kind, seen_in(kind->sentence, seen->second.schedules), seen->second.at});
    }
  }
  const bool by_timeouts = timeout_polls_ >= enough_timeout_polls && timed_waits_met_ == 0;
  if (!by_timeouts || noticed_.contains(&sleep_as_synchronization)) return;
  all.push_back(
      {&sleep_as_synchronization,
       seen_in("a thread waits by letting a wait time out and looking again, since nobody "
               "ever ends that wait: whoever makes the change should notify it",
               timeout_polls_),
       timeout_poll_at_});
}

void Warnings::list_remarks(std::vector<Warning>& all) const {
  for (const auto& [remark, count] : counts_) {
    if (count.flaws > 0) all.push_back({count.kind, seen_in(remark->says, count.flaws)});
    if (count.reached == 0 && count.chances >= Schedule::enough_chances) {
      all.push_back({count.kind, std::string(remark->says) + " (" + in_schedules(count.chances) +
                                     " gave the chance, none took it)"});
    }
  }
}

std::vector<Warning> Warnings::list() const {
  std::vector<Warning> all;
  list_noticed(all);
  list_remarks(all);
  return all;
}

trace::Stack shown_at(const model::WarningKind& kind, const model::Outcome& outcome) {
  const model::Notice* notice = outcome.noticed(kind);
  return notice != nullptr ? notice->at : trace::Stack();
}

model::Failure policy_failure(const model::WarningKind& kind, const std::string& message,
                              std::uint16_t thread) {
  model::Failure failure;
  failure.thread = thread;
  failure.verdict = kind.rejected_as.value_or(model::Verdict::wrong_answer);
  failure.message = kind.forbidden.empty() ? message : std::string(kind.forbidden);
  failure.rule = !kind.rule.empty() ? std::string(kind.rule)
                                    : "Elsewhere this is the warning " + std::string(kind.word) +
                                          ". This kata does not allow it.";
  return failure;
}

}  // namespace kata::findings
