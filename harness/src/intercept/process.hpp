// SPDX-License-Identifier: MIT
// Ends of the process that the submission brings about, and signals that it provokes.
#pragma once

#include <string>

#include "world/outcome.hpp"

namespace kata::intercept {

/// Called when the submission ends or breaks the process while no schedule runs (in a static
/// constructor, say). Must not return.
using OnEarlyEnd = void (*)(model::Verdict verdict, const char* message);
extern OnEarlyEnd on_early_end;

/// Signal handlers on a stack of their own, the terminate handler, and the watchdog.
void install_handlers();

/// The handler of `signal` leaves its stack for good, so that signal must not stay blocked.
void unblock(int signal);

/// The submission did what no answer may.
[[noreturn]] void stop_as_crash(const std::string& message);

/// Leaves at once, without running anything of the submission's.
[[noreturn]] void end_process(int status);

}  // namespace kata::intercept
