// SPDX-License-Identifier: MIT
// Ends of the process that the submission brings about, and signals that it provokes.
#pragma once

#include <string>

#include "model/outcome.hpp"

namespace kata::intercept {

/// Called when the submission ends or breaks the process while no schedule runs (in a static
/// constructor, say). Must not return.
using OnEarlyEnd = void (*)(model::Verdict verdict, const char* message);
extern OnEarlyEnd on_early_end;

/// Signal handlers on a stack of their own, the terminate handler, and the watchdog that notices
/// code which never comes back to the engine (in CPU time, so a busy machine is no reason).
void install_handlers();

/// There are `seconds` from now on for all schedules of an explored program together; one that is
/// still running a little after that is left.
void set_time_limit(double seconds);
/// Whether that goes for the schedules that follow: not where one is run again to be explained.
void heed_time_limit(bool heeded);

/// Seconds of the processor's time: of the whole process, and of the schedule that ran last, from
/// the watchdog's first look at it to its last.
double processor_seconds();
double seconds_in_schedule();

/// The submission did what no answer may.
[[noreturn]] void stop_as_crash(const std::string& message);

/// Leaves at once, without running anything of the submission's.
[[noreturn]] void end_process(int status);

}  // namespace kata::intercept
