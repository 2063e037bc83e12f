// SPDX-License-Identifier: MIT
#include "explore/explain.hpp"

#include <cstring>

namespace kata::explore {

namespace {

using model::Verdict;

std::string at(const Place& place) {
  if (place.file.empty()) return "";
  return " at " + place.file + ":" + std::to_string(place.line);
}

std::string object_text(const trace::ObjectName& object) {
  if (object.kind == nullptr) return "";
  return object.number == 0 ? std::string("the ") + object.kind
                            : std::string(object.kind) + " " + std::to_string(object.number);
}

// "consumer waits for mutex 1, which producer holds".
std::string waiting_text(const FailedSchedule& failed, const model::WaitingFor& waiting,
                         const Source& source) {
  std::string text = thread_name(failed, waiting.thread, source);
  if (std::strcmp(waiting.kind, "a thread to end") == 0) {
    text += " waits for " +
            thread_name(failed, static_cast<std::uint32_t>(waiting.held_by), source) + " to end";
  } else if (waiting.object.number != 0) {
    text += " waits for " + object_text(waiting.object);
    if (waiting.held_by >= 0) {
      text += ", which " +
              thread_name(failed, static_cast<std::uint32_t>(waiting.held_by), source) + " holds";
    }
  } else {
    text += std::string(" waits for ") + waiting.kind;
  }
  return text + at(source.place(waiting.stack));
}

// A notification that found nobody, before a wait on the same object that then lasted for ever.
const trace::Event* lost_wakeup(const FailedSchedule& failed, const model::WaitingFor& waiting) {
  const trace::Event* found = nullptr;
  for (const trace::Event& event : failed.events) {
    const bool same = event.object.address == waiting.object.address && waiting.object.address != 0;
    if (same && std::strncmp(event.operation, "notify", 6) == 0 && !event.detail.empty()) {
      found = &event;
    }
  }
  return found;
}

std::string explain_deadlock(const FailedSchedule& failed, const Source& source) {
  std::string text;
  bool on_condition = false;
  for (const model::WaitingFor& waiting : failed.outcome.waiting) {
    if (std::strcmp(waiting.kind, "a thread to end") == 0 && waiting.thread == 0 &&
        failed.outcome.waiting.size() > 1) {
      continue;  // that main waits for the others goes without saying
    }
    std::string one = waiting_text(failed, waiting, source);
    one[0] = text.empty() ? static_cast<char>(std::toupper(one[0])) : one[0];
    text += (text.empty() ? "" : "; ") + one;
    if (std::strcmp(waiting.kind, "a condition variable") == 0 ||
        std::strcmp(waiting.kind, "an atomic value to change") == 0) {
      on_condition = true;
    }
  }
  text += ". None of them can go on, because nobody is left who could release them.";
  for (const model::WaitingFor& waiting : failed.outcome.waiting) {
    const trace::Event* lost = lost_wakeup(failed, waiting);
    if (lost == nullptr) continue;
    text += " The " + std::string(lost->operation) + " of " +
            thread_name(failed, lost->thread, source) + at(source.place(lost->stack)) +
            " reached nobody: the thread that needed it was not waiting yet, or another was woken "
            "in its place. This is a lost wakeup.";
    break;
  }
  if (on_condition) {
    text +=
        " Look at who should have woken the waiting threads: is the condition changed under the "
        "same mutex that the waiter holds when it looks at it, and does the notification reach "
        "every thread that could be waiting for that change?";
  } else {
    text +=
        " Look at the order in which the threads take what they wait for: if they all took it in "
        "the same order, this circle could not close.";
  }
  return text;
}

std::string access_text(detect::Access access) {
  switch (access) {
    case detect::Access::read:
      return "reads";
    case detect::Access::write:
      return "writes";
    case detect::Access::atomic_read:
      return "atomically reads";
    case detect::Access::atomic_write:
      return "atomically writes";
    case detect::Access::free:
      return "frees";
  }
  return "uses";
}

std::string explain_race(const FailedSchedule& failed, const Source& source) {
  const detect::Race& race = *failed.failure.race;
  const std::string first = thread_name(failed, detect::thread_of(race.first), source);
  const std::string second = thread_name(failed, failed.failure.thread, source);
  if (!failed.failure.race_name.empty()) {
    return "The callbacks came in the right order in every schedule, but by luck: nothing in the "
           "answer makes the callback that " +
           first + " runs happen before the one that " + second + " runs" +
           at(source.place(failed.failure.stack)) +
           ". What the callbacks do is ordinary memory, so they need a real order between them: a "
           "mutex, a semaphore, or an atomic written with release and read with acquire. Relaxed "
           "atomics and sleeping order nothing.";
  }
  const trace::Event* before = first_access(failed);
  const Place first_place = before != nullptr ? source.place(before->stack)
                                              : source.place(trace::frames_of(race.first_pc));
  std::string text =
      first + " " + access_text(race.first_access) + " the same memory" + at(first_place) +
      " that " + second + " " + access_text(race.second_access) +
      at(source.place(failed.failure.stack)) +
      ", at least one of them writes, and nothing orders the two: no mutex that both "
      "hold, no release by the one that the other acquires, no start or join of a "
      "thread in between. That is a data race, which is undefined behaviour in C++ "
      "even when the result looks right.";
  text[0] = static_cast<char>(std::toupper(text[0]));
  if (race.first_access == detect::Access::atomic_write ||
      race.first_access == detect::Access::atomic_read ||
      race.second_access == detect::Access::atomic_write ||
      race.second_access == detect::Access::atomic_read) {
    text += " One of the accesses is atomic and the other is not: all accesses must be.";
  }
  text += " Look at what protects this data, and whether every access to it does the same.";
  return text;
}

std::string where(const FailedSchedule& failed, const Source& source) {
  std::string name = thread_name(failed, failed.failure.thread, source);
  name[0] = static_cast<char>(std::toupper(name[0]));
  return name + " did this" + at(source.place(failed.failure.stack)) + ".";
}

// What unusual things the schedule needs. It was made as simple as it gets, so it needs them.
std::string needs(const FailedSchedule& failed) {
  std::string text;
  const auto happened = [&](const char* operation) {
    for (const trace::Event& event : failed.events) {
      if (std::strcmp(event.operation, operation) == 0) return true;
    }
    return false;
  };
  if (happened("wake spuriously")) {
    text +=
        " A wait wakes here without having been notified, which the standard allows: after "
        "every wait, look again whether what was waited for is true.";
  }
  if (happened("try_lock fails spuriously")) {
    text += " A try_lock fails here although nobody holds the mutex, which the standard allows.";
  }
  if (happened("compare_exchange_weak fails spuriously")) {
    text +=
        " A compare_exchange_weak fails here although the value is the expected one, which the "
        "standard allows: it belongs in a loop.";
  }
  const Verdict verdict = failed.failure.verdict;
  if (verdict != Verdict::wrong_answer && verdict != Verdict::deadlock) return text;
  constexpr std::uint32_t worth_telling = 9;
  if (failed.preemptions == 0) {
    text += " No thread is interrupted for it: each goes on until it has to wait or ends.";
  } else if (failed.preemptions <= worth_telling) {
    text += failed.preemptions == 1
                ? " It takes one interruption"
                : " It takes " + std::to_string(failed.preemptions) + " interruptions";
    text += " of a thread that could have gone on.";
  }
  return text;
}

std::string explain_verdict(const FailedSchedule& failed, const Source& source);

}  // namespace

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
  const bool writes = race.first_access == detect::Access::write ||
                      race.first_access == detect::Access::atomic_write;
  const trace::Event* found = nullptr;
  for (const trace::Event& event : failed.events) {
    if (event.thread != detect::thread_of(race.first)) continue;
    const bool shared =
        event.object.kind != nullptr &&
        (event.object.address & ~std::uintptr_t{7}) == (race.address & ~std::uintptr_t{7});
    if (!shared) continue;
    if (std::strcmp(event.operation, "read") == 0 && writes) continue;
    found = &event;
  }
  return found;
}

std::string explain(const FailedSchedule& failed, const Source& source) {
  // What no schedule did has no place in any.
  if (failed.failure.verdict == Verdict::wrong_answer && failed.number == 0) {
    return failed.failure.rule;
  }
  return explain_verdict(failed, source) + needs(failed);
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
      return where(failed, source) +
             " The judge checks only what the statement promises, so this order of steps is one "
             "that the answer must not allow. Read the schedule from the top and ask at each "
             "switch between threads: what should have made this thread wait?";
    case Verdict::livelock: {
      std::string text = where(failed, source);
      if (!failure.rule.empty()) return text + " " + failure.rule;
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

}  // namespace kata::explore
