// SPDX-License-Identifier: MIT
#include "explain/explain.hpp"

#include <algorithm>
#include <cctype>

#include "explain/output.hpp"
#include "explain/parts.hpp"

namespace kata::explain {

namespace {

using model::Verdict;
using trace::Act;
using trace::Operation;

std::string where(const FailedSchedule& failed, const Source& source) {
  return sentence(thread_name(failed, failed.failure.thread, source)) + " did this" +
         at(source.place(failed.failure.stack)) + ".";
}

// Whether it failed in the judge's own code with nothing of the submission's around it: that a line
// of the harness noticed says nothing about what went wrong.
bool in_harness(const FailedSchedule& failed, const Source& source) {
  return source.place(failed.failure.stack).file == "harness.cpp";
}

// That the failing thread's last wait or attempt to lock ended because its time was over, which is
// no reason to go on as if what it waited for had come.
std::string timed_out(const FailedSchedule& failed, const Source& source) {
  const Verdict verdict = failed.failure.verdict;
  if (verdict != Verdict::wrong_answer && verdict != Verdict::data_race) return "";
  const auto last =
      std::find_if(failed.events.rbegin(), failed.events.rend(), [&](const trace::Event& event) {
        return event.thread == failed.failure.thread && event.object &&
               (is(event, Act::time_out) || is(event, Act::wait) || is(event, Act::wake) ||
                is(event, Act::lock) || is(event, Act::lock_shared));
      });
  if (last == failed.events.rend() || !is(*last, Act::time_out)) return "";
  const std::string who = thread_name(failed, last->thread, source);
  if (is_lock(last->object.kind)) {
    return " The attempt of " + who + " to lock " + object_text(last->object) +
           at(source.place(last->stack)) + " had timed out before: it does not hold it.";
  }
  return " The wait of " + who + at(source.place(last->stack)) +
         " ended because its time was over, not because what it waited for had come: look again "
         "after it whether that is true.";
}

// What unusual things the schedule needs. It was made as simple as it gets, so it needs them.
std::string needs(const FailedSchedule& failed, const Source& source) {
  std::string text = timed_out(failed, source);
  const auto happened = [&](Operation operation) {
    return std::any_of(failed.events.begin(), failed.events.end(),
                       [&](const trace::Event& event) { return is(event, operation); });
  };
  if (happened(Operation::condition_wake_spuriously)) {
    text += " A wait wakes here without having been notified, which the standard allows";
    text += failed.failure.verdict == Verdict::wrong_answer ||
                    failed.failure.verdict == Verdict::deadlock
                ? ": after every wait, look again whether what was waited for is true."
                : ".";
  }
  if (happened(Operation::mutex_try_lock_spurious)) {
    text += " A try_lock fails here although nobody holds the mutex, which the standard allows.";
  }
  if (happened(Operation::compare_exchange_spurious)) {
    text +=
        " A compare_exchange_weak fails here although the value is the expected one, which the "
        "standard allows: it belongs in a loop.";
  }
  text += weak_memory(failed);
  const Verdict verdict = failed.failure.verdict;
  if (verdict != Verdict::wrong_answer && verdict != Verdict::deadlock) return text;
  // (How many interruptions it takes else is not what the steps show: they leave out what is
  // between operations.)
  if (failed.preemptions == 0) {
    text +=
        " No thread is interrupted for it: each goes on until it has to wait, gives way "
        "or ends.";
  }
  return text;
}

// Of the submission's threads, those that go on when every call has returned.
std::string threads_left(const FailedSchedule& failed, const Source& source) {
  std::vector<std::string> names;
  for (const model::ThreadSummary& thread : failed.outcome.threads) {
    const bool ended = thread.state == model::ThreadState::finished;
    if (ended || thread.id == failed.failure.thread) continue;
    names.push_back(thread_name(failed, thread.id, source));
  }
  if (names.empty()) return "";
  return sentence(listed(names)) +
         (names.size() == 1 ? " has not ended, and nobody waits for it"
                            : " have not ended, and nobody waits for them") +
         ": what a call is to do must be done when it returns. Join every thread that the answer "
         "starts, or wait until it is done.";
}

constexpr std::size_t enough_output = 12;  // for a reader to know the place

// The last characters of an output, in quotes.
std::string end_of(std::string_view output) {
  if (output.size() <= enough_output) return '"' + std::string(output) + '"';
  output.remove_prefix(output.size() - enough_output);
  return "\"…" + std::string(output) + '"';
}

// Where the output stopped, if every call has returned and it is not complete; else "".
std::string incomplete_output(const FailedSchedule& failed, const Source& source) {
  const std::string& got = failed.failure.got;
  if (!failed.failure.incomplete || !failed.failure.expected.starts_with(got)) return "";
  const std::string by_itself =
      printed_itself(failed, std::string_view(failed.failure.expected).substr(got.size()), source);
  if (!by_itself.empty()) return by_itself;
  const std::string left = threads_left(failed, source);
  return (left.empty() ? "Every thread has ended, but the output "
                       : "Every call has returned, but the output ") +
         (got.empty() ? std::string("is empty") : "stops after " + end_of(got)) +
         (left.empty()
              ? ": a callback was never called, or not often enough. Look at which thread should "
                "have gone on, and what made it stop."
              : ". " + left);
}

// The word that left the expected output, if the callbacks of a transcript wrote it.
std::string wrong_word(const FailedSchedule& failed, const Source& source) {
  const model::Failure& failure = failed.failure;
  const std::string& expected = failure.expected;
  const std::string& got = failure.got;
  if (expected.empty()) return "";
  const auto last = std::find_if(failed.events.rbegin(), failed.events.rend(), [&](const auto& e) {
    return e.thread == failure.thread && is(e, Operation::call_back);
  });
  if (last == failed.events.rend() || last->detail.empty()) return "";
  const std::string& word = last->detail;
  if (got.size() < word.size() || got.compare(got.size() - word.size(), word.size(), word) != 0) {
    return "";
  }
  const std::string_view before = std::string_view(got).substr(0, got.size() - word.size());
  const std::string_view rest =
      std::string_view(expected).substr(std::min(before.size(), expected.size()));
  if (expected.compare(0, before.size(), before) != 0) return "";
  const std::string by_itself = printed_itself(failed, rest, source);
  return sentence(thread_name(failed, failure.thread, source)) + " wrote " + quoted(word) +
         at(source.place(failure.stack)) +
         (before.empty() ? " at the very beginning" : " after " + end_of(before)) +
         (rest.empty()
              ? std::string(", where nothing more may come.")
              : ", where it must go on with " + quoted(rest.substr(0, enough_output)) + ".") +
         (by_itself.empty() ? "" : " " + by_itself);
}

// What was done last to the object that the failing thread misused, before it did.
std::string history(const FailedSchedule& failed, const Source& source) {
  if (!failed.failure.object) return "";
  auto before =
      std::find_if(failed.events.rbegin(), failed.events.rend(),
                   [&](const trace::Event& e) { return e.object.is(failed.failure.object); });
  if (before == failed.events.rend()) return "";
  // The misuse itself is an event of some operations, and of others not.
  const bool is_misuse =
      before == failed.events.rbegin() && before->thread == failed.failure.thread &&
      source.place(before->stack).line == source.place(failed.failure.stack).line;
  if (is_misuse) {
    const std::uintptr_t object = before->object.address;
    before = std::find_if(std::next(before), failed.events.rend(),
                          [&](const trace::Event& e) { return e.object.address == object; });
  }
  if (before == failed.events.rend()) {
    return failed.is_whole ? " Nothing had been done to it before." : "";
  }
  if (is(*before, Act::time_out) && before->thread == failed.failure.thread) {
    return " Its attempt to lock it" + at(source.place(before->stack)) +
           " had timed out: it does not hold it.";
  }
  if (is(*before, Act::destroy)) {
    return " " +
           (before->thread == failed.failure.thread
                ? std::string("The same thread")
                : sentence(thread_name(failed, before->thread, source))) +
           " had destroyed it" + at(source.place(before->stack)) +
           ": its life ended there, and nobody may use it afterwards.";
  }
  const std::string who = before->thread == failed.failure.thread
                              ? "the same thread"
                              : thread_name(failed, before->thread, source);
  return " The operation on it before that was the " + std::string(trace::word(before->operation)) +
         " of " + who + at(source.place(before->stack)) + ".";
}

std::string explain_parting(const FailedSchedule& failed, const Source& source) {
  if (failed.parted.empty()) return failed.failure.rule;
  std::string text = "Both runs went the same way at first. Then ";
  for (std::size_t i = 0; i < failed.parted.size(); ++i) {
    const trace::Event& event = failed.parted[i];
    const std::string object = object_text(event.object);
    text += (i == 0 ? "in one " : ", in the other ") + thread_name(failed, event.thread, source) +
            " came to \"" + trace::word(event.operation) + (object.empty() ? "" : " " + object) +
            "\"" + at(source.place(event.stack));
  }
  if (failed.parted.size() == 1) text += ", and the other had ended";
  return text + ". " + failed.failure.rule +
         " Look at what the code just before these places depends on.";
}

// Where a thread was started is told the first time that the line comes up.
std::string each_start_once(std::string text) {
  constexpr std::string_view start = " (started at line ";
  std::vector<std::string> told;
  for (std::size_t at = text.find(start); at != std::string::npos; at = text.find(start, at)) {
    const std::size_t end = text.find(')', at) + 1;
    const std::string one = text.substr(at, end - at);
    if (std::find(told.begin(), told.end(), one) == told.end()) {
      told.push_back(one);
      at = end;
    } else {
      text.erase(at, end - at);
    }
  }
  return text;
}

std::string explain_verdict(const FailedSchedule& failed, const Source& source);

}  // namespace

std::string at(const Place& place) {
  if (place.file.empty()) return "";
  return " at " + place.file + ":" + std::to_string(place.line);
}

std::string object_text(const trace::ObjectName& object) {
  if (!object) return "";
  const std::string variable = trace::variable_at(object.address);
  if (!variable.empty() && !variable.starts_with("std::")) {
    return std::string(word(object.kind)) + " '" + variable + "'";
  }
  return (object.number == 0 ? "the " : "") + to_string(object);
}

std::string sentence(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
  }
  return text;
}

std::string thread_name(const FailedSchedule& failed, std::uint32_t id, const Source& source) {
  if (id >= failed.outcome.threads.size()) return "thread " + std::to_string(id);
  const model::ThreadSummary& thread = failed.outcome.threads[id];
  if (!thread.name.empty()) return thread.name;
  std::string name = "thread " + std::to_string(id);
  const Place start = source.place(thread.created_at);
  if (!start.file.empty()) name += " (started at line " + std::to_string(start.line) + ")";
  return name;
}

const trace::Event* first_access(const FailedSchedule& failed) {
  if (!failed.failure.race) return nullptr;
  const detect::Race& race = *failed.failure.race;
  if (race.first_access == detect::Access::free) {
    return last_event(failed, Operation::free, race.address & ~std::uintptr_t{7});
  }
  const bool writes = race.first_access == detect::Access::write ||
                      race.first_access == detect::Access::atomic_write;
  const trace::Event* found = nullptr;
  bool exact = false;
  for (const trace::Event& event : failed.events) {
    if (event.thread != detect::thread_of(race.first)) continue;
    const bool callback = !failed.failure.race_name.empty() && is(event, Operation::call_back);
    const bool shared = (event.object || callback) && (event.object.address & ~std::uintptr_t{7}) ==
                                                          (race.address & ~std::uintptr_t{7});
    if (!shared) continue;
    if (is(event, Act::read) && writes) continue;
    // The word may hold neighbours of what is raced for: their accesses are made elsewhere.
    const bool same_code =
        std::find(event.stack.begin(), event.stack.end(), race.first_pc) != event.stack.end();
    if (exact && !same_code) continue;
    exact = same_code;
    found = &event;
  }
  return found;
}

std::string explain(const FailedSchedule& failed, const Source& source) {
  // What no schedule did has no place in any.
  if (failed.failure.verdict == Verdict::wrong_answer && failed.number == 0) {
    return failed.failure.rule;
  }
  return each_start_once(explain_verdict(failed, source) + needs(failed, source));
}

namespace {

std::string explain_verdict(const FailedSchedule& failed, const Source& source) {
  const model::Failure& failure = failed.failure;
  switch (failure.verdict) {
    case Verdict::deadlock:
      return explain_deadlock(failed, source);
    case Verdict::data_race:
      if (failure.race) return explain_race(failed, source);
      break;
    case Verdict::wrong_answer:
      if (!failure.rule.empty()) break;  // a program's exit status
      if (std::string text = incomplete_output(failed, source); !text.empty()) return text;
      if (std::string text = wrong_word(failed, source); !text.empty()) {
        return text +
               " Read the schedule from the top and ask at each switch between threads: what "
               "should have made this thread wait?";
      }
      return (in_harness(failed, source) ? "" : where(failed, source) + " ") +
             "The judge checks only what the statement promises, so this order of steps is one "
             "that the answer must not allow. Read the schedule from the top" +
             (in_harness(failed, source)
                  ? "."
                  : " and ask at each step: should this thread come here already, and is it the "
                    "one that should?");
    case Verdict::undefined_behavior:
      if (failure.race) return explain_barrier(failed, source);
      return where(failed, source) + history(failed, source) +
             (failure.rule.empty() ? "" : " " + failure.rule);
    case Verdict::time_limit:
      if (!failure.rule.empty()) break;
      return sentence(thread_name(failed, failure.thread, source)) + " was running" +
             at(source.place(failure.stack)) +
             ". Look for a loop whose condition nothing in it changes.";
    case Verdict::memory_limit:
      return where(failed, source) +
             " Something grows without end: look for a loop that allocates, or a container that is "
             "only filled.";
    case Verdict::internal_error:
      if (!failure.rule.empty()) {
        return sentence(thread_name(failed, failure.thread, source)) + " was running" +
               at(source.place(failure.stack)) + ". " + failure.rule;
      }
      return where(failed, source) +
             " That says nothing about whether the answer is right. Look for a way without it: "
             "threads, locks, condition variables, semaphores and atomics are all controlled.";
    case Verdict::uncaught_exception:
      return explain_exception(failed, source);
    case Verdict::crash:
      if (failure.freed != 0) return explain_freed(failed, source);
      break;
    case Verdict::nondeterministic:
      return explain_parting(failed, source);
    case Verdict::livelock: {
      const std::string who = sentence(thread_name(failed, failure.thread, source));
      const std::string here = at(source.place(failure.stack));
      if (!failure.rule.empty()) {  // a policy's: the schedule itself came to its end
        return who + " looks again and again" + here + " at what has not changed. " + failure.rule;
      }
      const std::string text = who + (here.empty() ? " was running" : " was" + here) +
                               " when the judge stopped the schedule.";
      return text +
             " Every thread that can move gets its turns, and still none gets anywhere: what they "
             "look for never comes. Look at who should make the condition true, and whether that "
             "thread can still run.";
    }
    case Verdict::thread_leak:
      if (failure.race) {
        return "A thread was detached, and the call that started it can return while the thread "
               "still uses the call's variables" +
               at(source.place(failure.stack)) +
               ". Join every thread, or wait until it is done, before the call returns.";
      }
      break;
    default:
      break;
  }
  return where(failed, source) + (failure.rule.empty() ? "" : " " + failure.rule);
}

}  // namespace

}  // namespace kata::explain
