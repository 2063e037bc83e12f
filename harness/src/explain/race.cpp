// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>

#include "explain/parts.hpp"

namespace kata::explain {

namespace {

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

bool is_atomic(detect::Access access) {
  return access == detect::Access::atomic_read || access == detect::Access::atomic_write;
}

struct Held {
  trace::ObjectName object;
  bool shared = false;
  const trace::Event* taken = nullptr;
};

// The locks that `thread` held before `end`, by the trace; nothing if that does not tell: what a
// try_lock or a wait with a time limit came to is not in it. A thread that runs has come back from
// its waits, with the mutex.
std::optional<std::vector<Held>> held_before(const FailedSchedule& failed, std::uint16_t thread,
                                             const trace::Event* end) {
  if (!failed.is_whole) return std::nullopt;
  std::vector<Held> held;
  for (const trace::Event& event : failed.events) {
    if (&event == end) break;
    if (event.thread != thread || !is_lock(event.object.kind)) continue;
    const bool shared = is(event, trace::Act::lock_shared);
    if (is(event, trace::Act::lock) || shared) {
      if (!event.detail.empty()) return std::nullopt;
      held.push_back({event.object, shared, &event});
    } else if (is(event, trace::Act::unlock)) {
      const auto last = std::find_if(held.rbegin(), held.rend(), [&](const Held& one) {
        return one.object.address == event.object.address;
      });
      if (last == held.rend()) return std::nullopt;
      held.erase(std::next(last).base());
    } else if (!is(event, trace::Act::destroy)) {
      return std::nullopt;
    }
  }
  return held;
}

std::string held_text(const std::vector<Held>& held, const Source& source) {
  std::vector<std::string> items;
  for (const Held& one : held) {
    const Place place = source.place(one.taken->stack);
    std::string text = object_text(one.object);
    if (!place.file.empty()) text += " (locked at line " + std::to_string(place.line) + ")";
    items.push_back(text);
  }
  return items.empty() ? "no lock" : listed(items);
}

// Which locks the two hold, where the trace tells, and why that is not enough.
std::string locks_text(const FailedSchedule& failed, const trace::Event* first_event,
                       const std::string& first, const std::string& second, const Source& source) {
  if (first_event == nullptr) return "";
  const auto by_first = held_before(failed, first_event->thread, first_event);
  const auto by_second = held_before(failed, failed.failure.thread, nullptr);
  if (!by_first || !by_second) return "";
  if (by_first->empty() && by_second->empty())
    return " Neither of them holds a lock at these lines.";
  for (const Held& one : *by_first) {
    for (const Held& other : *by_second) {
      // Held by both, so at least by one of them only shared; which keeps writers out, not readers.
      if (one.object.address == other.object.address && (one.shared || other.shared)) {
        return " Both hold " + object_text(one.object) +
               ", but shared: that does not keep them apart.";
      }
      if (one.object.address == other.object.address) return "";
    }
  }
  std::string text = " At these lines " + first + " holds " + held_text(*by_first, source) +
                     " and " + second + " holds " + held_text(*by_second, source) + ".";
  if (!by_first->empty() && !by_second->empty()) {
    text += " A lock protects only if both take the same one.";
  }
  return text;
}

constexpr const char* free_advice =
    "memory may be given back only when every thread is known to be done with it. Join the threads "
    "that use it first, or let them share it by std::shared_ptr.";

}  // namespace

std::string explain_race(const FailedSchedule& failed, const Source& source) {
  const detect::Race& race = *failed.failure.race;
  const std::string first = thread_name(failed, detect::thread_of(race.first), source);
  const std::string second = thread_name(failed, failed.failure.thread, source);
  const trace::Event* before = first_access(failed);
  if (!failed.failure.race_name.empty()) {
    return "The callbacks came in the right order in every schedule, but by luck: nothing in the "
           "answer makes the callback that " +
           first + " runs" + (before != nullptr ? at(source.place(before->stack)) : "") +
           " happen before the one that " + second + " runs" +
           at(source.place(failed.failure.stack)) +
           ". What the callbacks do is ordinary memory, so they need a real order between them: a "
           "mutex, a semaphore, or an atomic written with release and read with acquire. Relaxed "
           "atomics and sleeping order nothing.";
  }
  if (race.first_access == detect::Access::free) {
    return sentence(second) + " " + access_text(race.second_access) +
           at(source.place(failed.failure.stack)) + " what " + first + " freed" +
           (before != nullptr ? at(source.place(before->stack)) + owner_text(*before, source)
                              : "") +
           ". Nothing makes " + second + " come first: " + free_advice;
  }
  const Place first_place = before != nullptr ? source.place(before->stack)
                                              : source.place(trace::frames_of(race.first_pc));
  const std::string variable = trace::variable_at(race.address);
  std::string text = sentence(first) + " " + access_text(race.first_access) + " " +
                     (variable.empty() ? "the same memory" : "'" + variable + "'") +
                     at(first_place) + " that " + second + " " + access_text(race.second_access) +
                     at(source.place(failed.failure.stack)) +
                     ", and nothing orders the two: no mutex that both hold, no release by the one "
                     "that the other acquires, no start or join of a thread in between.";
  if (race.second_access == detect::Access::free) {
    return text + " What is freed while another thread may still use it is gone under its hands: " +
           free_advice;
  }
  text += locks_text(failed, before, first, second, source);
  text +=
      " That is a data race, which is undefined behaviour in C++ even when the result looks right.";
  if (is_atomic(race.first_access) || is_atomic(race.second_access)) {
    text += " One of the accesses is atomic and the other is not: all accesses must be.";
  }
  return text + " Look at what protects this data, and whether every access to it does the same.";
}

}  // namespace kata::explain
