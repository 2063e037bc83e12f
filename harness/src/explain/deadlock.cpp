// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <optional>

#include "explain/parts.hpp"
#include "trace/symbols.hpp"

namespace kata::explain {

namespace {

using trace::Act;
using trace::Operation;
using Events = std::vector<trace::Event>;

bool waits_for_thread(const model::WaitingFor& waiting) {
  return waiting.wait == model::Wait::thread_end;
}

bool waits_on_condition(const model::WaitingFor& waiting) {
  return waiting.wait == model::Wait::condition_variable;
}

bool waits_on_atomic(const model::WaitingFor& waiting) {
  return waiting.wait == model::Wait::atomic_change;
}

// What the library makes of an atomic: what is waited for, and who ends the wait.
struct LibraryWait {
  const char* function;  // a part of its name
  const char* kind;      // "waits for …"
  const char* advice;    // "Look at who should have …"
};
constexpr LibraryWait library_waits[] = {
    {"_semaphore", "a permit of a semaphore", "released a permit"},
    {"std::latch::", "a latch to reach zero", "counted the latch down"},
    {"_barrier", "the others to arrive at a barrier", "arrived at the barrier"},
    {"future", "the value of a future", "set the value"},
    {"_State_baseV2", "the value of a future", "set the value"},
};

const LibraryWait* library_wait(const model::WaitingFor& waiting) {
  if (!waits_on_atomic(waiting)) return nullptr;
  for (const trace::Frame& frame : trace::frames_of(waiting.stack)) {
    if (!frame.function.starts_with("std::")) continue;
    for (const LibraryWait& one : library_waits) {
      if (frame.function.find(one.function) != std::string::npos) return &one;
    }
  }
  return nullptr;
}

// Whether it is the judge itself that waits, such as for callbacks that it holds back: what the
// answer's own threads wait for says more.
bool waits_in_harness(const model::WaitingFor& waiting, const Source& source) {
  return source.place(waiting.stack).file == "harness.cpp";
}

bool is_of(const trace::Event& event, const model::WaitingFor& waiting) {
  return event.object.address == waiting.object.address && waiting.object.address != 0;
}

bool has_ended(const FailedSchedule& failed, int thread) {
  for (const model::ThreadSummary& one : failed.outcome.threads) {
    if (one.id == thread) return one.state == model::ThreadState::finished;
  }
  return false;
}

// Where the holder of what is waited for took it; nullptr if the trace does not tell.
const trace::Event* taken(const FailedSchedule& failed, const model::WaitingFor& waiting) {
  const trace::Event* found = nullptr;
  for (const trace::Event& event : failed.events) {
    if (event.thread != waiting.held_by || !is_of(event, waiting)) continue;
    if (is(event, Act::lock) || is(event, Act::lock_shared)) found = &event;
  }
  return found;
}

// "consumer waits for mutex 1 at a.hpp:7, which producer holds since a.hpp:12".
std::string waiting_text(const FailedSchedule& failed, const model::WaitingFor& waiting,
                         const Source& source) {
  const std::string who = thread_name(failed, waiting.thread, source);
  const std::string holder =
      waiting.held_by < 0
          ? ""
          : thread_name(failed, static_cast<std::uint32_t>(waiting.held_by), source);
  const std::string place = at(source.place(waiting.stack));
  if (waits_for_thread(waiting)) return who + " waits" + place + " for " + holder + " to end";
  if (const LibraryWait* wait = library_wait(waiting)) {
    return who + " waits for " + wait->kind + place;
  }
  if (waiting.object.number == 0) return who + " waits for " + model::words(waiting.wait) + place;
  std::string text = who + " waits for " + object_text(waiting.object) + place;
  if (holder.empty()) return text;
  const trace::Event* since = taken(failed, waiting);
  if (has_ended(failed, waiting.held_by)) {
    text += ", which " + holder + " locked";
    if (since != nullptr) text += at(source.place(since->stack));
    return text + " and never unlocked: " + holder + " has ended";
  }
  text += ", which " + holder + " holds";
  if (since != nullptr && !source.place(since->stack).file.empty()) {
    const Place taken_at = source.place(since->stack);
    text += " since " + taken_at.file + ":" + std::to_string(taken_at.line);
  }
  return text;
}

const model::WaitingFor* of_thread(const FailedSchedule& failed, int thread) {
  for (const model::WaitingFor& waiting : failed.outcome.waiting) {
    if (waiting.thread == thread) return &waiting;
  }
  return nullptr;
}

// Threads each of which waits for the next, and the last for the first; empty if there are none.
std::vector<const model::WaitingFor*> circle(const FailedSchedule& failed) {
  for (const model::WaitingFor& start : failed.outcome.waiting) {
    std::vector<const model::WaitingFor*> path{&start};
    while (path.size() <= failed.outcome.waiting.size()) {
      const model::WaitingFor* next = of_thread(failed, path.back()->held_by);
      if (path.back()->held_by < 0 || next == nullptr) break;
      if (next == &start) return path;
      path.push_back(next);
    }
  }
  return {};
}

// What the thread does if it is woken; nullptr if that was not tried.
const explore::Woken* woken(const FailedSchedule& failed, std::uint16_t thread) {
  for (const explore::Woken& one : failed.woken) {
    if (one.thread == thread) return &one;
  }
  return nullptr;
}

bool would_go_on(const FailedSchedule& failed, std::uint16_t thread) {
  const explore::Woken* const one = woken(failed, thread);
  return one != nullptr && one->goes_on;
}

// Whether no notification would help: each thread that waits on a condition variable would look
// and wait again.
bool all_would_wait_again(const FailedSchedule& failed) {
  return !failed.woken.empty() &&
         std::all_of(failed.woken.begin(), failed.woken.end(),
                     [](const explore::Woken& one) { return one.waits_again; });
}

// Whether the thread was waiting on the object of `waiting` when `notify` came.
bool waited_then(const FailedSchedule& failed, const model::WaitingFor& waiting,
                 Events::const_iterator notify, std::uint16_t thread) {
  const auto last = std::find_if(std::make_reverse_iterator(notify), failed.events.rend(),
                                 [&](const trace::Event& e) { return e.thread == thread; });
  return last != failed.events.rend() && is(*last, Act::wait) && is_of(*last, waiting);
}

bool went_on(const FailedSchedule& failed, Events::const_iterator notify, std::uint16_t thread) {
  return std::any_of(std::next(notify), failed.events.end(),
                     [&](const trace::Event& e) { return e.thread == thread; });
}

// The one thread that waited on the object of `waiting` before `notify` and went on after it, if
// it is one.
std::optional<std::uint16_t> woken_by(const FailedSchedule& failed,
                                      const model::WaitingFor& waiting,
                                      Events::const_iterator notify) {
  std::optional<std::uint16_t> found;
  for (const model::ThreadSummary& one : failed.outcome.threads) {
    if (!waited_then(failed, waiting, notify, one.id) || !went_on(failed, notify, one.id)) continue;
    if (found) return std::nullopt;
    found = one.id;
  }
  return found;
}

// What a notification did that woke the thread of `waiting` before it began to wait for the last
// time: a notify_one may have woken a thread that found nothing to do in the place of one that
// would have.
std::string woke_another(const FailedSchedule& failed, const model::WaitingFor& waiting,
                         Events::const_iterator notify, const std::string& what,
                         const Source& source) {
  if (!is(*notify, Operation::condition_notify_one)) return "";
  if (woken_by(failed, waiting, notify) != waiting.thread) return "";
  const auto& threads = failed.outcome.threads;
  const auto passed_over = std::find_if(threads.rbegin(), threads.rend(), [&](const auto& one) {
    return waited_then(failed, waiting, notify, one.id) && !went_on(failed, notify, one.id) &&
           (failed.woken.empty() || would_go_on(failed, one.id));
  });
  if (passed_over == threads.rend()) return "";
  return " The " + what + " woke " + thread_name(failed, waiting.thread, source) +
         ", which could not go on and waits again, in the place of " +
         thread_name(failed, passed_over->id, source) + ".";
}

// Why no notification ended a wait.
struct Missed {
  std::string text;   // "" if the trace does not show it
  bool lost = false;  // the notification came between the decision to wait and the wait
};

// Looks at the last notification on the object of `waiting`, seen from the wait.
Missed missed_notification(const FailedSchedule& failed, const model::WaitingFor& waiting,
                           const Source& source) {
  const Events& events = failed.events;
  auto wait = events.end();
  auto notify = events.end();
  for (auto event = events.begin(); event != events.end(); ++event) {
    if (!is_of(*event, waiting)) continue;
    if (event->thread == waiting.thread && is(*event, Act::wait)) wait = event;
    if (is(*event, Act::notify)) notify = event;
  }
  if (wait == events.end()) return {};
  const std::string who = thread_name(failed, waiting.thread, source);
  if (notify == events.end()) {
    if (!failed.is_whole) return {};
    return {" Nobody notifies " + object_text(waiting.object) + " in this schedule."};
  }
  const std::string what = std::string(trace::word(notify->operation)) + " of " +
                           thread_name(failed, notify->thread, source) +
                           at(source.place(notify->stack));
  if (notify > wait) {
    // It woke this one too, which came back.
    if (is(*notify, Operation::condition_notify_all)) return {};
    if (!failed.woken.empty() && !would_go_on(failed, waiting.thread)) return {};
    const std::optional<std::uint16_t> other = woken_by(failed, waiting, notify);
    if (!other) return {" The " + what + " did not wake " + who + "."};
    const explore::Woken* const in_vain = woken(failed, *other);
    return {" The " + what + " woke " + thread_name(failed, *other, source) +
            (in_vain != nullptr && in_vain->waits_again
                 ? ", which could not go on and waits again, in the place of "
                 : ", and not ") +
            who + "."};
  }
  if (notify->thread == waiting.thread) return {};  // its own: nothing was lost
  if (notify->detail.empty()) return {woke_another(failed, waiting, notify, what, source)};
  const std::string began = "the wait of " + who + at(source.place(wait->stack)) + " began";
  // Between the waiter's last step before it waits, such as its lock, and the wait?
  const auto last_step = std::find_if(std::make_reverse_iterator(wait), events.rend(),
                                      [&](const auto& e) { return e.thread == waiting.thread; });
  if (last_step != events.rend() && last_step.base() <= notify) {
    return {" The " + what + " reached nobody: " + who +
                " had decided to wait, but did not wait yet. This is a lost wakeup.",
            true};
  }
  return {" The " + what + " reached nobody: " + began + " afterwards, and nobody notifies again."};
}

}  // namespace

std::string kind_of(const model::WaitingFor& waiting) {
  const LibraryWait* wait = library_wait(waiting);
  return wait != nullptr ? wait->kind : model::words(waiting.wait);
}

bool is_of_library(const model::WaitingFor& waiting) { return library_wait(waiting) != nullptr; }

std::string headline(const FailedSchedule& failed) {
  std::string text = failed.failure.message;
  if (!failed.failure.of_all_waiting) return text;
  const char* before = ": ";
  for (const model::WaitingFor& waiting : failed.outcome.waiting) {
    const model::ThreadSummary& thread = failed.outcome.threads[waiting.thread];
    text += before;
    text += thread.name.empty() ? "thread " + std::to_string(thread.id) : thread.name;
    text += " waits for " + kind_of(waiting);
    before = ", ";
  }
  return text;
}

std::string explain_deadlock(const FailedSchedule& failed, const Source& source) {
  const std::vector<const model::WaitingFor*> round = circle(failed);
  std::string text;
  const auto add = [&](const model::WaitingFor& waiting) {
    if (!text.empty()) text += "; ";
    text += waiting_text(failed, waiting, source);
  };
  for (const model::WaitingFor* waiting : round) add(*waiting);
  std::size_t told = round.size();
  bool on_condition = false;
  bool on_atomic = false;
  bool held_by_ended = false;
  Missed missed;
  std::vector<std::string> ready;
  for (const model::WaitingFor& waiting : failed.outcome.waiting) {
    on_condition = on_condition || waits_on_condition(waiting);
    on_atomic = on_atomic || waits_on_atomic(waiting);
    held_by_ended = held_by_ended || (!waits_for_thread(waiting) && waiting.held_by >= 0 &&
                                      has_ended(failed, waiting.held_by));
    // (A notification of an atomic on which nobody waits never leaves the library.)
    // Of several, the one that was lost at the last moment says most.
    // Where some would go on, only those miss a notification.
    const bool is_ready = would_go_on(failed, waiting.thread);
    if (is_ready) ready.push_back(thread_name(failed, waiting.thread, source));
    const bool asked = failed.woken.empty() || is_ready;
    if (waits_on_condition(waiting) && asked && !missed.lost) {
      Missed other = missed_notification(failed, waiting, source);
      if (missed.text.empty() || other.lost) missed = std::move(other);
    }
  }
  for (const bool of_harness : {false, true}) {
    // That others wait for the circle, and main for all, goes without saying.
    if (!round.empty()) break;
    for (const model::WaitingFor& waiting : failed.outcome.waiting) {
      const bool is_main = waiting.thread == 0 && waits_for_thread(waiting);
      if (is_main && failed.outcome.waiting.size() > 1) continue;
      if (waits_in_harness(waiting, source) != of_harness) continue;
      add(waiting);
      ++told;
    }
  }
  text = sentence(text) + ".";
  if (!round.empty()) {
    return text +
           " Each waits for the next and the last for the first: this circle never opens. Look at "
           "the order in which they take what the others wait for: if every thread took it in the "
           "same order, no circle could close.";
  }
  text += told == 1 ? " It can never go on: nobody is left who could release it."
                    : " None of them can go on, because nobody is left who could release them.";
  if (!ready.empty()) {
    text += " If " + listed(ready) + (ready.size() == 1 ? " were" : " were each") +
            " woken now, it would go on: only a notification is missing.";
  }
  text += missed.text;
  if (held_by_ended) {
    return text +
           " Look at every way out of the code that locks, exceptions and early returns too: a "
           "std::lock_guard unlocks on each of them.";
  }
  if (all_would_wait_again(failed)) {
    return text +
           (failed.woken.size() == 1 ? " No notification would help: it would look and wait again"
                                     : " No notification would help: each would look and wait "
                                       "again") +
           ", since what it waits for is not so. Look at which step should have made it so, and "
           "why "
           "no thread comes to that step.";
  }
  if (!ready.empty() && !missed.lost) {
    return text + " Look at the step that makes true what " + listed(ready) +
           (ready.size() == 1 ? " waits" : " wait") +
           " for: a notification must follow it, and reach every thread that could go on then.";
  }
  if (on_condition) {
    return text +
           " Look at who should have woken the waiting threads: is the condition changed under the "
           "same mutex that the waiter holds when it looks at it, and does the notification reach "
           "every thread that could be waiting for that change?";
  }
  for (const model::WaitingFor& waiting : failed.outcome.waiting) {
    if (const LibraryWait* wait = library_wait(waiting)) {
      return text + " Look at who should have " + wait->advice +
             ", and why that step was never reached.";
    }
  }
  if (on_atomic) {
    return text +
           " Look at who should have changed the value: does it call notify after every change "
           "that "
           "somebody could be waiting for, and is the value that is waited on the one last read?";
  }
  return text + " Look at who should have released them, and why that step was never reached.";
}

}  // namespace kata::explain
