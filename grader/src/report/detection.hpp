// SPDX-License-Identifier: MIT
// How soon each strategy finds each bug of the bench, as a table. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/verdict.hpp"
#include "report/style.hpp"

namespace grader::report {

/// How soon one seed found a failure.
struct SeedRun {
  std::uint64_t seed = 0;
  std::uint64_t schedules = 0;  ///< to the failure, or the whole budget
  Verdict verdict = Verdict::internal_error;
};

/// One program under one strategy, with many seeds.
struct StrategyRuns {
  std::string strategy;
  std::vector<SeedRun> runs;
};

/// A program that is wrong.
struct DetectedProgram {
  std::string name, races;
  std::vector<StrategyRuns> strategies;
};

struct Detection {
  std::uint64_t budget = 0, seeds = 0;
  std::vector<std::string> strategies;
  std::vector<DetectedProgram> programs;
};

/// Returns the runs in what a harness prints for --seeds. Throws InternalError if it is anything
/// else.
std::vector<SeedRun> parse_seed_runs(const std::string& text);

/// Returns what `kata bench detection --json` writes: {"budget", "seeds", "strategies", "programs":
/// [{"name", "races", "strategies": {NAME: [{"seed", "schedules", "verdict"}]}}]}.
Json detection_json(const Detection& bench);

/// Returns the table. A seed that found nothing counts with the whole budget, so a mean that has
/// such seeds is too small, and says so.
std::string render_detection(const Detection& bench, const Style& style);

/// Returns the geometric mean over the programs of the mean schedules to the first failure.
double geometric_mean(const Detection& bench, const std::string& strategy);

}  // namespace grader::report
