// SPDX-License-Identifier: MIT
// The result of a run as the JSON object of harness/schema/report.schema.json.
#pragma once

#include <string>

#include "explore/explore.hpp"

namespace kata::explain {

/// One line of JSON. `submission_path` is the file as it was compiled.
std::string report(const explore::Settings& settings, const explore::Result& result,
                   const std::string& submission_path);

/// Returns what the grader gets in place of a result where the judge itself fails, before or
/// between schedules: one line of JSON, {"judge_failed": `why`}.
std::string judge_failed(const std::string& why);

}  // namespace kata::explain
