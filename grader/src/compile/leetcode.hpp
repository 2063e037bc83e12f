// SPDX-License-Identifier: MIT
// What LeetCode has around an answer, and a submission pasted from there lacks: headers beyond
// those of kata/prelude.hpp, which would cost every submission too much, and the open namespace
// std.
#pragma once

#include <string>
#include <vector>

#include "compile/diagnostics.hpp"

namespace grader::compile {

/// Returns the standard headers that declare the names which `errors` say are unknown or
/// incomplete, each once, such as "bitset". Empty if the errors are about something else.
std::vector<std::string> headers_missing(const std::vector<Diagnostic>& errors);

/// The lines in front of a submission, which grow from attempt to attempt until it compiles or
/// nothing more can help.
class LeetCode {
 public:
  /// Returns whether there is something that has not been tried against `errors`, and puts it into
  /// text().
  bool can_help(const std::vector<Diagnostic>& errors);

  /// Returns whether the attempt with text(), which gave `after` in place of `before`, is the
  /// better one; takes its new lines back if it is not.
  bool helped(const std::vector<Diagnostic>& before, const std::vector<Diagnostic>& after);

  /// Returns the lines to put in front of the submission, whose own lines keep their numbers.
  std::string text() const;

 private:
  std::vector<std::string> headers_, tried_, added_;
  bool open_ = false, tried_open_ = false, added_open_ = false;
};

}  // namespace grader::compile
