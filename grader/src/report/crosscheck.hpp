// SPDX-License-Identifier: MIT
// The two engines beside each other: where they agree about an answer, where real threads merely
// found less, and where they disagree. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/verdict.hpp"
#include "report/style.hpp"

namespace grader::report {

/// What one engine said.
struct Opinion {
  Verdict verdict = Verdict::internal_error;
  std::string message;
  std::uint64_t run = 0;  ///< schedules, the failing one included
  double seconds = 0;
};

struct NativeOpinion {
  std::string sanitizer;
  Opinion opinion;
};

/// One answer of the workbook.
struct Crosschecked {
  std::string name;   ///< "foo_bar/rejected/deadlock-…"
  std::string filed;  ///< the verdict it is filed under
  Opinion controlled;
  std::vector<NativeOpinion> native;
};

/// How a native opinion stands to the controlled engine's.
enum class Relation {
  agrees,      ///< the same verdict
  other_kind,  ///< both found a fault, and each stops at its first: another one, or the same seen
               ///< so
  missed,      ///< real threads did not come upon the fault. Natural
  disagrees,   ///< one of the engines must be wrong
  not_judged
};
Relation relation(const Opinion& controlled, const Opinion& native);

bool disagrees(const Crosschecked& answer);
bool not_judged(const Crosschecked& answer);

/// A line, and one for each disagreement.
std::string render_crosschecked(const Crosschecked& answer, const Style& style);

/// The counts as a table, and all disagreements once more.
std::string render_crosscheck(const std::vector<Crosschecked>& answers, const Style& style);

Json crosscheck_json(const std::vector<Crosschecked>& answers);

}  // namespace grader::report
