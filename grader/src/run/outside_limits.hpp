// SPDX-License-Identifier: MIT
// Limits that the grader was started with (`ulimit`). Where they leave a child less than its own
// limits say, its end could pass for the submission's fault.
#pragma once

#include <string>

#include "run/child.hpp"

namespace grader::run {

/// Returns why the limits from outside do not let a child have what it needs, with the command that
/// shows the limit; empty if they do. Processor time is left to out_of_outside_time().
std::string too_low_for(const Limits& limits);

/// Returns why `ended` may be the end that a limit on processor time from outside brought, lower
/// than the child's own; empty if it cannot be.
std::string out_of_outside_time(const Limits& limits, const Ended& ended);

}  // namespace grader::run
