// SPDX-License-Identifier: MIT
// Schedules that only the clock has ended.
#pragma once

#include <cstdint>
#include <optional>

#include "explore/result.hpp"

namespace kata::explore {

/// Returns whether a schedule that has run for `seconds` has no end, by the clock: after `others`
/// that ended within `seconds_of_others` together. Less than the watchdog waits for code that never
/// comes back to the engine, and a hundred times as long as one of the others.
constexpr bool has_no_end(double seconds, std::uint64_t others, double seconds_of_others) {
  constexpr double least_seconds = 2.5;
  constexpr double times_the_others = 100;
  const double each = seconds_of_others / static_cast<double>(others);
  return seconds >= least_seconds && seconds >= times_the_others * each;
}

/// Returns the failure of the schedule of `outcome`, which was left because there was no time for
/// it, after `others` that ended within `seconds_of_others` together: `internal_error` if it is the
/// first, and nullopt if it only is slow, as the others were.
std::optional<FailedSchedule> ran_late(const model::Outcome& outcome, std::uint64_t others,
                                       double seconds_of_others);
/// Returns the same of the schedule of a token, which was judged so before.
FailedSchedule ran_late_again(const model::Outcome& outcome);

}  // namespace kata::explore
