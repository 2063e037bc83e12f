// SPDX-License-Identifier: MIT
// The words that explanations are made of. For explain/ only.
#pragma once

#include <string>
#include <vector>

#include "explain/explain.hpp"

namespace kata::explain {

/// " at foo_bar.hpp:17", or "" if the place is not the reader's.
std::string at(const Place& place);

/// "mutex 2", "the atomic value"; a variable's own name where it has one: "mutex 'forks'".
std::string object_text(const trace::ObjectName& object);

/// The text with a capital letter in front.
std::string sentence(std::string text);

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& items);

/// Whether an event is this operation, or an operation that does this.
inline bool is(const trace::Event& event, trace::Operation operation) {
  return event.operation == operation;
}
inline bool is(const trace::Event& event, trace::Act act) {
  return trace::act(event.operation) == act;
}

/// Returns what a schedule shows of the memory model: old values, and stores in another order than
/// the schedule's; "" if nothing of that happened.
std::string weak_memory(const FailedSchedule& failed);

/// Of a step that gives memory back in code of the standard library, whose it was: ", where a
/// std::vector grew and moved to another place"; "" if the reader's own code gave it back.
std::string owner_text(const trace::Event& freed, const Source& source);

/// The last event that is this operation on `address`; nullptr if the trace has none.
const trace::Event* last_event(const FailedSchedule& failed, trace::Operation operation,
                               std::uintptr_t address);

/// What keeps the threads of a deadlock, and why it will for ever.
std::string explain_deadlock(const FailedSchedule& failed, const Source& source);

/// Two accesses, and why nothing orders them.
std::string explain_race(const FailedSchedule& failed, const Source& source);

/// More arrivals at a std::barrier than it was made for: which two show it.
std::string explain_barrier(const FailedSchedule& failed, const Source& source);

/// Memory that was used after it was freed: by whom, and where it was freed.
std::string explain_freed(const FailedSchedule& failed, const Source& source);

/// An exception that nothing caught: where it was thrown, if the trace tells.
std::string explain_exception(const FailedSchedule& failed, const Source& source);

}  // namespace kata::explain
