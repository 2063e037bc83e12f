// SPDX-License-Identifier: MIT
// The result of the run as the JSON object of harness/schema/report.schema.json.
#pragma once

#include <string_view>

namespace kata::native {

/// One line, in memory of its own: nothing is allocated, as the heap may be broken. `seconds` is
/// how long the schedules took. Call it once, when the run has ended.
std::string_view report(const char* submission_path, double seconds);

/// Returns what the grader gets in place of a result where the judge itself fails: one line,
/// {"judge_failed": `why`}. In the same memory, so there is one or the other.
std::string_view judge_failed(std::string_view why);

}  // namespace kata::native
