// SPDX-License-Identifier: MIT
// A result as text for people. Pure functions: the same result and style give the same text.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "report/style.hpp"

namespace grader::report {

/// "✗ foo_bar  deadlock — 17 of 10000 schedules run (15 distinct), seed 1, 0.42 s", with a newline.
std::string render_verdict(const Result& result, const Style& style);

/// The verdict line and all there is to say: what happened, why, and the line that replays it.
std::string render_result(const Result& result, const Style& style);

/// The verdict line and one line of why: for many katas at once.
std::string render_brief(const Result& result, const Style& style);

/// "2 accepted, 1 rejected, 1 could not be judged".
std::string render_summary(const std::vector<Result>& results);

/// The command line that shows this failure again; empty if nothing can be replayed.
std::string replay_command(const Result& result, const Style& style);

}  // namespace grader::report
