// SPDX-License-Identifier: MIT
// The closed list of verdict words. They are part of the report format and of the names of the
// files in rejected/; the runtime has the same list, and a test compares the two.
#pragma once

#include <array>
#include <string_view>

#include "base/exit_status.hpp"

namespace grader {

inline constexpr std::array<std::string_view, 14> verdicts = {
    "accepted",      "wrong_answer",       "deadlock",     "livelock",
    "data_race",     "undefined_behavior", "crash",        "uncaught_exception",
    "thread_leak",   "time_limit",         "memory_limit", "nondeterministic",
    "compile_error", "internal_error"};

constexpr bool is_verdict(std::string_view word) {
  for (const std::string_view verdict : verdicts) {
    if (verdict == word) return true;
  }
  return false;
}

/// What the command ends with when this is the only result.
constexpr ExitStatus exit_status_of(std::string_view verdict, bool passed) {
  if (verdict == "internal_error") return ExitStatus::could_not_judge;
  return passed ? ExitStatus::accepted : ExitStatus::rejected;
}

}  // namespace grader
