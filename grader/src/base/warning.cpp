// SPDX-License-Identifier: MIT
#include "base/warning.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.hpp"

namespace grader {

std::string unknown_warning(std::string_view word, bool (*allowed)(const WarningRow&)) {
  std::vector<std::string> words;
  for (const WarningRow& row : warning_kinds) {
    if (!allowed(row)) continue;
    if (row.word == word) return "";
    words.emplace_back(row.word);
  }
  std::string text =
      fmt::format("'{}' is {}.", printable(word),
                  warning_named(word) ? "a warning that has no place here" : "no warning");
  if (const std::vector<std::string> near = nearest(word, words); !near.empty()) {
    text += fmt::format(" Did you mean {}?", near.front());
  }
  return text + fmt::format(" There are: {}", fmt::join(words, ", "));
}

}  // namespace grader
