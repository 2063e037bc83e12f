// SPDX-License-Identifier: MIT
// Schedules that were accepted, run once more by the same choices. They must go the same way: if
// not, something that is not controlled decides what the submission does.
#pragma once

#include <cstdint>
#include <vector>

#include "explore/course.hpp"
#include "explore/result.hpp"

namespace kata::explore {

/// Runs the schedule again that was run last. Leaves the statistics alone.
SecondRun run_again();

/// Runs the schedule of `choices` with a trace until two runs of it part, and shows where.
FailedSchedule show_difference(const std::vector<std::uint32_t>& choices);

}  // namespace kata::explore
