// SPDX-License-Identifier: MIT
// What `kata check` says of one answer under all its seeds, and which answers were hardest to
// reject.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/style.hpp"

namespace grader::report {

/// One answer under several seeds.
struct Tally {
  std::string name;                   ///< "foo_bar/rejected/deadlock-…"
  std::string expected;               ///< a verdict, or "rejected" for any
  bool good = true;                   ///< every seed gave what was expected
  bool judged = true;                 ///< false after an internal_error
  std::string verdict;                ///< of the first bad seed, else of the seeds
  std::string message;                ///< of the first bad seed
  std::string command;                ///< that shows the first bad seed again
  std::uint64_t seed = 0;             ///< the first bad one
  std::uint64_t seeds = 0;            ///< that were judged
  std::uint64_t budget = 0;           ///< schedules that a student's answer gets
  std::uint64_t schedules = 0;        ///< that ran, with all seeds together
  std::uint64_t cut_short = 0;        ///< seeds that the time limit ended without a failure
  std::uint64_t to_failure = 0;       ///< numbers of the failing schedules, added up
  std::uint64_t most_to_failure = 0;  ///< the largest of them
  std::uint64_t most_seed = 0;        ///< with this seed
  double seconds = 0, compile_seconds = 0;
};

/// A line, or three that say what went wrong and how to see it again.
std::string render_tally(const Tally& tally, const Style& style);

/// A table of at most ten answers that were rejected as they must be, those first that took the
/// most schedules on average. Empty if there are none.
std::string render_hardest(std::vector<Tally> tallies, const Style& style);

}  // namespace grader::report
