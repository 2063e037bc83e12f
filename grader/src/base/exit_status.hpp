// SPDX-License-Identifier: MIT
// The exit statuses of the command `kata`, in one place: scripts depend on them.
#pragma once

#include <algorithm>

namespace grader {

enum class ExitStatus : int {
  accepted = 0,        ///< every submission was accepted; or there was nothing to judge
  rejected = 1,        ///< at least one submission was rejected
  used_wrongly = 2,    ///< no such problem, no such file, a bad option
  could_not_judge = 3  ///< our fault or the machine's, never the student's
};

/// Of several results the graver one: 3 over 2 over 1 over 0.
inline ExitStatus worst(ExitStatus a, ExitStatus b) { return std::max(a, b); }

}  // namespace grader
