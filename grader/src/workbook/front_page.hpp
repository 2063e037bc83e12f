// SPDX-License-Identifier: MIT
// problems/README.md: written by hand, but for the table of katas between two marks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workbook/workbook.hpp"

namespace grader::workbook {

/// All katas, chapter by chapter. Chapters are in the order that they have on the page now, so that
/// an author moves a chapter by moving its rows; new ones come last. In a chapter the easy ones
/// come first.
std::vector<Problem> in_order(const Workbook& workbook);

/// The table as Markdown.
std::string katas_table(const Workbook& workbook);

/// What the page has to be; a short one if there is none yet. Nothing if its marks are damaged.
std::optional<std::string> front_page(const Workbook& workbook);

/// What is wrong with the page, with the command that mends it.
std::vector<std::string> front_page_faults(const Workbook& workbook);

/// Writes the page; its path. Throws UsageError if its marks are damaged.
std::filesystem::path write_front_page(const Workbook& workbook);

/// Copies the stub of each kata that has no Problem::shipped() yet; returns the copies.
std::vector<std::filesystem::path> keep_stubs(const Workbook& workbook);

}  // namespace grader::workbook
