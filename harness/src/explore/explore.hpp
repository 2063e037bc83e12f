// SPDX-License-Identifier: MIT
// Many schedules: until the budget is used up or one fails; then that one again, with a trace.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "explore/result.hpp"

namespace kata::explore {

struct Settings {
  std::uint64_t schedules = 10'000;
  std::uint64_t seed = 1;
  std::string strategy = "portfolio";
  double time_limit = 60;                      ///< seconds of wall-clock time for the whole run
  std::set<const model::WarningKind*> reject;  ///< these count as failures
  std::string problem;
  std::string submission;             ///< name to show; empty: the file's own
  std::optional<std::string> replay;  ///< a token: run this schedule and no other
  bool show_output = false;
  bool races_allowed = false;  ///< of a program: a race is no bug, but racy accesses are points
  int exit_status = 0;         ///< of a program: no bug either; model::any_status: none is
  std::optional<double> late;  ///< of a program: seconds, see model::Limits::early_time
};

/// Explores the program as `settings` say. Throws std::invalid_argument for a strategy or token
/// that does not exist.
Result explore(const Settings& settings);

}  // namespace kata::explore
