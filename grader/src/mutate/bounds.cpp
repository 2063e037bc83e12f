// SPDX-License-Identifier: MIT
// Off by one.
#include <cstdint>
#include <string>

#include "mutate/operators.hpp"

namespace grader::mutate {

void shift_bounds(const Source& source, Mutants& mutants) {
  std::size_t in_template = 0;  // its last token
  for (std::size_t i = 1; i + 1 < source.size(); ++i) {
    if (const std::size_t end = source.template_end(i); end != none && end > in_template) {
      in_template = end;
    }
    if (i <= in_template && in_template != 0) continue;
    const std::string_view mark = source.at(i);
    if (source.at(i - 1) == "template" || source.at(i - 1) == "operator") continue;
    if (mark == "<" || mark == ">") {
      mutants.add("shift_bound", {replaced(source, i, i, std::string(mark) + "=")});
    } else if (mark == "<=" || mark == ">=") {
      mutants.add("shift_bound", {replaced(source, i, i, std::string(mark.substr(0, 1)))});
    }
  }
}

void shift_constants(const Source& source, Mutants& mutants) {
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source.tokens()[i].kind != Kind::number) continue;
    const std::string_view text = source.at(i);
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    const std::string suffix(text.substr(digits));
    // Decimal whole numbers only: 0x10, 1.5 and 1'000 are left alone.
    const bool octal = digits > 1 && text[0] == '0';
    if (digits == 0 || digits > 15 || octal ||
        suffix.find_first_not_of("uUlLzZ") != std::string::npos) {
      continue;
    }
    const std::uint64_t value = std::stoull(std::string(text.substr(0, digits)));
    mutants.add("shift_constant", {replaced(source, i, i, std::to_string(value + 1) + suffix)});
    if (value > 0) {
      mutants.add("shift_constant", {replaced(source, i, i, std::to_string(value - 1) + suffix)});
    }
  }
}

}  // namespace grader::mutate
