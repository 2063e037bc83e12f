// SPDX-License-Identifier: MIT
// What an author says to whoever made a certain mistake: a sentence for a verdict, and for what the
// judge said about it.
#pragma once

#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"

namespace grader::workbook {

struct Hint {
  Verdict verdict = Verdict::internal_error;
  std::string matches;  ///< a regular expression found in the message or explanation; empty: always
  std::string hint;     ///< what the student reads
};

/// The hints in the value of problem.json's "hints"; what is wrong with them goes to `faults`.
std::vector<Hint> read_hints(const Json& json, std::vector<std::string>& faults);

/// The texts of those that fit a failure, in the author's order.
std::vector<std::string> hints_for(const std::vector<Hint>& hints, const Failure& failure);

}  // namespace grader::workbook
