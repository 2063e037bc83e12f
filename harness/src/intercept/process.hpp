// SPDX-License-Identifier: MIT
// Ends of the process that the submission brings about, and signals that it provokes.
#pragma once

#include <csignal>

#include "model/outcome.hpp"

namespace kata::intercept {

/// Called when the submission ends or breaks the process while no schedule runs (in a static
/// constructor, say). Must not return.
using OnEarlyEnd = void (*)(model::Verdict verdict, const char* message);
extern OnEarlyEnd on_early_end;

/// Signal handlers on a stack of their own, the terminate handler, and the watchdog that notices
/// code which never comes back to the engine (in CPU time, so a busy machine is no reason).
void install_handlers();

/// Quarters of a second of CPU time since then: whether to look at the clock, without looking.
extern volatile std::sig_atomic_t ticks_passed;

/// Leaves at once, without running anything of the submission's.
[[noreturn]] void end_process(int status);

}  // namespace kata::intercept
