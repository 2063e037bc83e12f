// SPDX-License-Identifier: MIT
// The beginnings of a new kata, copied from grader/templates/.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "workbook/workbook.hpp"

namespace grader::workbook {

/// What templates say where an author has to write; `kata check` names every line that has it.
inline constexpr const char* to_fill_in = "FILL IN:";

/// Makes problems/<slug>/ and, where there is a solutions/, solutions/<slug>/. Returns the files.
/// Throws UsageError, leaving nothing behind, if `slug` is no name for a kata or is taken.
std::vector<std::filesystem::path> make_kata(const Workbook& workbook, const std::string& slug);

/// "foo_bar" as the name of a class, FooBar, or as a title, Foo bar.
std::string class_name(const std::string& slug);
std::string title_of(const std::string& slug);

}  // namespace grader::workbook
