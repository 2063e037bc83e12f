// SPDX-License-Identifier: MIT
// How a submission is to be explored.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace grader::grading {

/// How often the native engine runs a submission if nobody says.
inline constexpr std::uint64_t native_schedules = 500;

struct Options {
  std::optional<std::uint64_t> schedules;  ///< else what the problem says
  std::uint64_t seed = 1;
  std::string strategy = "portfolio";
  double time_limit = 60;             ///< seconds, for all schedules together
  std::string replay;                 ///< a token without its slug; empty: explore
  std::string engine = "controlled";  ///< or "native": real threads, whose verdict is no verdict
  std::string sanitizer = "none";     ///< of the native engine: "thread" or "address"
};

}  // namespace grader::grading
