// SPDX-License-Identifier: MIT
// How soon each strategy finds each bug of the bench, as a table. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "base/json.hpp"
#include "report/style.hpp"

namespace grader::report {

/// `bench` as `kata bench detection --json` writes it: {"budget", "seeds", "strategies",
/// "programs":
/// [{"name", "races", "strategies": {NAME: [{"seed", "schedules", "verdict"}]}}]}; only programs
/// that are wrong. A seed that found nothing counts with the whole budget, so a mean that has such
/// seeds is too small, and says so.
std::string render_detection(const Json& bench, const Style& style);

/// The geometric mean over the programs of the mean schedules to the first failure.
double geometric_mean(const Json& bench, const std::string& strategy);

}  // namespace grader::report
