// SPDX-License-Identifier: MIT
// A kata's README.md taken apart: the statement, and the hints that it folds at the end.
#pragma once

#include <string>
#include <vector>

namespace grader::workbook {

struct Statement {
  std::string text;  ///< Markdown without the folded hints
  /// What stands in each <details>, without its summary, in order.
  std::vector<std::string> hints;
};

/// Takes the text of a README.md apart. What is not closed stays in the text.
Statement read_statement(const std::string& markdown);

}  // namespace grader::workbook
