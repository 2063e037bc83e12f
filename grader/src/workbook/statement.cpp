// SPDX-License-Identifier: MIT
#include "workbook/statement.hpp"

#include "base/text.hpp"

namespace grader::workbook {

Statement read_statement(const std::string& markdown) {
  constexpr std::string_view opening = "<details>", closing = "</details>", named = "</summary>";
  Statement statement;
  std::string_view rest = markdown;
  for (;;) {
    const std::size_t begin = rest.find(opening);
    const std::size_t end = begin == std::string_view::npos ? begin : rest.find(closing, begin);
    if (end == std::string_view::npos) break;
    statement.text += rest.substr(0, begin);
    std::string_view inside = rest.substr(begin + opening.size(), end - begin - opening.size());
    const std::size_t summary = inside.find(named);
    if (summary != std::string_view::npos) inside.remove_prefix(summary + named.size());
    statement.hints.emplace_back(trim(inside));
    rest.remove_prefix(end + closing.size());
  }
  statement.text = trim(statement.text + std::string(rest));
  if (!statement.text.empty()) statement.text += '\n';
  return statement;
}

}  // namespace grader::workbook
