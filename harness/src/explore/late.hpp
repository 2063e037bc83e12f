// SPDX-License-Identifier: MIT
// Schedules that only the clock has ended.
#pragma once

#include <cstdint>
#include <optional>

#include "explore/explore.hpp"

namespace kata::explore {

/// The schedule of `outcome` was left because there was no time for it, after `others` that ended,
/// which took `seconds_of_others` together.
/// If it is the first, nothing is known of the program but that it takes long; if the others took
/// long as well, that is no failure either, and there is nothing to tell.
std::optional<FailedSchedule> ran_late(const model::Outcome& outcome, std::uint64_t others,
                                       double seconds_of_others);
/// The same of a schedule that was found so before.
FailedSchedule ran_late_again(const model::Outcome& outcome);

}  // namespace kata::explore
