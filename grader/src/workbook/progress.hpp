// SPDX-License-Identifier: MIT
// How far the reader of this checkout has come: the last verdict on each stub, for the text that it
// was about. Kept in .kata/progress.json, which may be deleted at any time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "base/verdict.hpp"
#include "workbook/workbook.hpp"

namespace grader::workbook {

/// What is known about one kata.
struct Record {
  std::string content;  ///< content_of() what was judged; "" if nothing was
  Verdict verdict = Verdict::internal_error;
  std::uint64_t line = 0;            ///< of the stub, where the last failure was; 0: nowhere
  std::vector<std::string> hints{};  ///< that the last verdict brings out, and are not in README.md
  std::uint64_t hints_shown = 0;     ///< by `kata hint`, since the last other verdict
};

enum class Standing {
  untouched,   ///< the stub is as it was shipped
  not_judged,  ///< its text has no verdict yet
  rejected,
  accepted,
};

/// Returns a hash of the stub's text and of all that judges it: equal if a verdict is still about
/// what is there now. "" if the stub cannot be read.
std::string content_of(const Problem& problem);

/// Returns whether the stub is as it was shipped; false if that is not known.
bool is_as_shipped(const Problem& problem);

class Progress {
 public:
  /// Reads what is there; what cannot be read counts as nothing.
  explicit Progress(const Workbook& workbook);

  Record of(const std::string& slug) const;
  Standing standing(const Problem& problem) const;
  /// Remembers it, also for other processes. A checkout that cannot be written to has no memory,
  /// which is no error.
  void note(const std::string& slug, const Record& record);

 private:
  std::map<std::string, Record> read() const;

  std::filesystem::path file_;
  std::map<std::string, Record> records_;
};

}  // namespace grader::workbook
