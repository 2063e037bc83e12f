// SPDX-License-Identifier: MIT
#include "grading/evidence.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace grader::grading {

std::optional<Result> too_little_evidence(const About& about, const Result& result,
                                          std::uint64_t usual, const run::Ended& ended) {
  const std::uint64_t budget = std::min(about.schedules, usual);
  if (!result.passed() || !about.options.replay.empty() ||
      static_cast<double>(result.schedules.run) >= least_share * static_cast<double>(budget)) {
    return std::nullopt;
  }
  const bool busy = ended.waited_seconds > ended.wall_seconds / 2;
  Result other = failed_result(
      about, busy ? Verdict::internal_error : Verdict::time_limit,
      fmt::format("{} of {} schedules were run in {:.0f} s, too few to accept the submission",
                  result.schedules.run, about.schedules, ended.wall_seconds),
      busy
          ? "The machine was too busy to judge it. Grade it again when less is going on, or with a "
            "longer --time-limit."
          : "None of them failed, and so few prove nothing. The submission takes too long: look "
            "for long computations and waits. On a slow machine, grade it with a longer "
            "--time-limit.");
  other.schedules = result.schedules;
  other.duration_ms = result.duration_ms;
  return other;
}

}  // namespace grader::grading
