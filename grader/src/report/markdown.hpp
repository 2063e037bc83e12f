// SPDX-License-Identifier: MIT
// Markdown as the workbook's pages use it, for a terminal: headings, paragraphs, lists, code,
// tables and emphasis. What is not understood stays as it is.
#pragma once

#include <string>

#include "report/style.hpp"

namespace grader::report {

/// Returns the page in lines of at most `style.width` columns; code and tables keep theirs.
std::string render_markdown(const std::string& markdown, const Style& style);

}  // namespace grader::report
