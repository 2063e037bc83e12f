// SPDX-License-Identifier: MIT
// What the commands of students have in common: which kata is meant, and what is known about it.
#pragma once

#include <optional>
#include <string>

#include "cli/commands.hpp"
#include "workbook/progress.hpp"

namespace grader::cli {

/// Returns the kata that `target` means; without one that of the current directory, else the next
/// one that is not solved. Throws UsageError if there is none.
workbook::Problem kata_meant(const Workplace& at, const std::optional<std::string>& target);

/// Returns the first kata, in the order of the table, that is not solved.
std::optional<workbook::Problem> next_unsolved(const workbook::Workbook& workbook);

/// Remembers the verdict on a stub whose content_of() was `content` when its judging began. Nothing
/// is remembered of verdicts on other files, on real threads, or on fewer schedules than the kata
/// asks for.
void note_verdict(const Workplace& at, const workbook::Problem& problem, const std::string& content,
                  const Result& result);

/// Returns a sentence that asks, and whether the reader says yes; false without a terminal.
bool confirmed(const Workplace& at, const std::string& question);

/// Returns how the reader goes on with a kata that is not solved: its statement, file, command.
std::string how_to_begin(const Workplace& at, const workbook::Problem& problem);

/// Returns `path` as seen from the current directory, for a message or an editor.
std::string path_from_here(const std::filesystem::path& path);

}  // namespace grader::cli
