// SPDX-License-Identifier: MIT
// The report that other programs read: harness/schema/report.schema.json says what is in it.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace grader::report {

inline constexpr const char* schema_id = "kata/report/1";

/// {"schema": …, "tool": {"name", "version"}, "results": […]}
Json make_report(const std::vector<Result>& results, const std::string& version);

/// Returns that report as indented text.
std::string render_json(const std::vector<Result>& results, const std::string& version);

}  // namespace grader::report
