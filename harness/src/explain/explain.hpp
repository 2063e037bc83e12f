// SPDX-License-Identifier: MIT
// A failed schedule in plain words: what happened, which rule it breaks, where to look.
#pragma once

#include <string>

#include "explain/source.hpp"
#include "explore/result.hpp"

namespace kata::explain {

using explore::FailedSchedule;

/// One paragraph. Names threads by their role, lines by the submission's numbers.
std::string explain(const FailedSchedule& failed, const Source& source);

/// "foo" or "thread 3 (started at line 12)".
std::string thread_name(const FailedSchedule& failed, std::uint32_t id, const Source& source);

/// Returns what the thread waits for in words: "a mutex", or, where the library waits on an atomic
/// of its own, what that stands for: "a permit of a semaphore".
std::string kind_of(const model::WaitingFor& waiting);

/// Returns whether the library waits on an atomic of its own: the program has no name for it.
bool is_of_library(const model::WaitingFor& waiting);

/// Returns the failure in a line.
std::string headline(const FailedSchedule& failed);

/// The event of a race's first access, as the trace caught it; nullptr if it did not.
const trace::Event* first_access(const FailedSchedule& failed);

}  // namespace kata::explain
