// SPDX-License-Identifier: MIT
// Answers side by side: what each costs, as a table.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "report/style.hpp"

namespace grader::report {

/// One row for each of `results`, called by `names`. Counts are means over the schedules run, so
/// that answers with different budgets compare; the makespan is the longest.
std::string render_comparison(const std::string& slug, const std::vector<std::string>& names,
                              const std::vector<Result>& results, const Style& style);

}  // namespace grader::report
