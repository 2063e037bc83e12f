// SPDX-License-Identifier: MIT
// Where text goes: the result to stdout, what is going on to stderr.
#pragma once

#include <filesystem>
#include <string>

#include "report/style.hpp"

namespace grader::cli {

class Console {
 public:
  /// `root`: of the workbook, to say how the launcher is called from here. `compiler`: the one that
  /// was asked for, if any.
  explicit Console(const std::filesystem::path& root, const std::string& compiler = "");

  const report::Style& style() const { return style_; }

  /// Throws InternalError if not all of it can be written, as to a full disk.
  void out(const std::string& text) const;
  void err(const std::string& text) const;

 private:
  report::Style style_;
};

}  // namespace grader::cli
