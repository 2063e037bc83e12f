// SPDX-License-Identifier: MIT
// Reads what a student handed in, which may be anything that a path can name.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <variant>

namespace grader::workbook {

inline constexpr std::size_t largest_submission = std::size_t{1} << 20;

/// Why a file is not compiled. `absent`: there is nothing that could be read, so there is no
/// submission; else there is one, and it is no good.
struct Unusable {
  bool absent = false;
  std::string message;      ///< one line
  std::string explanation;  ///< what to do
};

/// A submission's text, or the reason why there is none.
using SubmissionText = std::variant<std::string, Unusable>;

/// Reads the file. Never blocks, never reads more than it must.
SubmissionText read_submission(const std::filesystem::path& path);

/// Whether C++ source holds nothing but blanks and comments.
bool is_only_comments(const std::string& source);

}  // namespace grader::workbook
