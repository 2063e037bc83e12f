// SPDX-License-Identifier: MIT
// Notices, by the clock, code that never comes back to the engine and schedules that never end.
#pragma once

namespace kata::intercept {

/// Looks four times a second of the processor's time, so a busy machine is no reason. Needs the
/// handlers' stack.
void start_watchdog();

/// There are `seconds` from now on for all schedules of an explored program together; one that is
/// still running a little after that is left.
void set_time_limit(double seconds);
/// Whether that goes for the schedules that follow: not where one is run again to be explained.
void heed_time_limit(bool heeded);

/// Seconds of the processor's time that the schedule took that ran last, from the watchdog's first
/// look at it to its last.
double seconds_in_schedule();

}  // namespace kata::intercept
