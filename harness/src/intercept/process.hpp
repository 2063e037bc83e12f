// SPDX-License-Identifier: MIT
// Ends of the process that the submission brings about.
#pragma once

#include <string>

#include "world/outcome.hpp"

namespace kata::intercept {

/// Called when the submission ends or breaks the process while no schedule runs (in a static
/// constructor, say). Must not return.
using OnEarlyEnd = void (*)(model::Verdict verdict, const char* message);
extern OnEarlyEnd on_early_end;

/// Ends the schedule, or the process if none runs.
[[noreturn]] void stop(model::Verdict verdict, const std::string& message,
                       const std::string& rule = "");

/// Leaves at once, without running anything of the submission's.
[[noreturn]] void end_process(int status);

}  // namespace kata::intercept
