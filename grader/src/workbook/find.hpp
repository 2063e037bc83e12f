// SPDX-License-Identifier: MIT
// Which kata a person means: by its folder's name, its class, its title, its number at LeetCode, or
// a path into it.
#pragma once

#include <string>

#include "workbook/workbook.hpp"

namespace grader::workbook {

/// Returns the kata that `word` means. A path (".", "problems/foo_bar/") counts if it leads into a
/// kata's folder in problems/ or solutions/ of this workbook. Throws UsageError, with the nearest
/// names, if `word` means none.
Problem find_problem(const Workbook& workbook, const std::string& word);

}  // namespace grader::workbook
