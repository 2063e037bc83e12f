// SPDX-License-Identifier: MIT
// A failed schedule in plain words: what happened, which rule it breaks, where to look.
#pragma once

#include <string>

#include "explore/explore.hpp"
#include "explore/source.hpp"

namespace kata::explore {

/// One paragraph. Names threads by their role, lines by the submission's numbers.
std::string explain(const FailedSchedule& failed, const Source& source);

/// "foo" or "thread 3 (started at line 12)".
std::string thread_name(const FailedSchedule& failed, std::uint32_t id, const Source& source);

/// The event of a race's first access, as the trace caught it; nullptr if it did not.
const trace::Event* first_access(const FailedSchedule& failed);

}  // namespace kata::explore
