// SPDX-License-Identifier: MIT
// The words that explanations are made of. For explain*.cpp only.
#pragma once

#include <string>
#include <vector>

#include "explore/explain.hpp"

namespace kata::explore {

/// " at foo_bar.hpp:17", or "" if the place is not the reader's.
std::string at(const Place& place);

/// "mutex 2", "the atomic value"; a variable's own name where it has one: "mutex 'forks'".
std::string object_text(const trace::ObjectName& object);

/// The text with a capital letter in front.
std::string sentence(std::string text);

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& items);

/// Whether an event is this operation: one of the literals that the models note.
bool is(const trace::Event& event, const char* operation);

/// What keeps the threads of a deadlock, and why it will for ever.
std::string explain_deadlock(const FailedSchedule& failed, const Source& source);

/// Two accesses, and why nothing orders them.
std::string explain_race(const FailedSchedule& failed, const Source& source);

}  // namespace kata::explore
