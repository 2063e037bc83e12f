// SPDX-License-Identifier: MIT
// The parts of a rejection beside its schedule, each as a block of text, empty if it has none.
#pragma once

#include <string>

#include "base/result.hpp"
#include "report/style.hpp"

namespace grader::report {

/// "Scenario: either thread first, with n = 2".
std::string render_instance(const Failure& failure, const Style& style);
/// What should have come, and what came.
std::string render_expectation(const Failure& failure, const Style& style);
/// What each blocked thread waits for.
std::string render_waiting(const Failure& failure, const Style& style);
/// Both accesses with how they were reached.
std::string render_race(const Failure& failure, const Style& style);
/// What the failing schedule printed.
std::string render_output(const Failure& failure, const Style& style);
/// The compiler's errors, each with its source line and a caret.
std::string render_compiler_errors(const Failure& failure, const Style& style);

}  // namespace grader::report
