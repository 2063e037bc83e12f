// SPDX-License-Identifier: MIT
#include "compile/assembly.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "base/text.hpp"

namespace grader::compile {

namespace {

// Without blanks next to each other, before and after punctuation, in lower case.
std::string normal(std::string_view statement) {
  constexpr std::string_view punctuation = ",();";
  std::string result;
  for (const char c : trim(statement)) {
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (blank && (result.empty() || result.back() == ' ' ||
                  punctuation.find(result.back()) != std::string_view::npos)) {
      continue;
    }
    if (punctuation.find(c) != std::string_view::npos && !result.empty() && result.back() == ' ') {
      result.pop_back();
    }
    result += blank ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return result;
}

// The string literal that begins at `quote` in `text`. LLVM writes escapes ("\0A") and doubles
// dollars, where g++ has raw text and doubles percent signs.
std::optional<std::string> literal_at(std::string_view text, std::size_t quote, bool llvm) {
  std::string result;
  for (std::size_t i = quote + 1; i < text.size(); ++i) {
    if (text[i] == '"') return result;
    const auto digit = [&](std::size_t at) {
      return at < text.size() && std::isxdigit(static_cast<unsigned char>(text[at])) != 0;
    };
    if (llvm && text[i] == '\\' && digit(i + 1) && digit(i + 2)) {
      result += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      result += text[i];
      if (text[i] == (llvm ? '$' : '%') && text.substr(i + 1, 1) == text.substr(i, 1)) ++i;
    }
  }
  return std::nullopt;
}

}  // namespace

bool is_permitted_assembly(std::string_view text) {
  constexpr std::array<std::string_view, 14> statements = {"",
                                                           "pause",
                                                           "rep nop",
                                                           "rep",
                                                           "nop",
                                                           "mfence",
                                                           "lfence",
                                                           "sfence",
                                                           "lock",
                                                           "lock addl $0,(%rsp)",
                                                           "lock addl $0,0(%rsp)",
                                                           "addl $0,(%rsp)",
                                                           "addl $0,0(%rsp)",
                                                           "lock orl $0,(%rsp)"};
  while (true) {
    const std::size_t end = text.find_first_of(";\n");
    const std::string statement = normal(text.substr(0, end));
    bool known = false;
    for (const std::string_view one : statements) known = known || statement == one;
    if (!known) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
  }
}

bool holds_assembly(std::string_view assembler_output) {
  return assembler_output.find("\n#APP\n") != std::string_view::npos;
}

bool holds_assembly_outside_functions(std::string_view assembler_output) {
  // In a function the mark is followed by the place in the source, outside by a tab and the text.
  return assembler_output.find("\n#APP\n\t") != std::string_view::npos;
}

std::string forbidden_assembly_in(std::string_view dump) {
  // g++: `  __asm__ __volatile__("pause" : …)`, with raw text over several lines.
  // LLVM: `call void asm sideeffect "pause", …` and `module asm "nop"`.
  for (std::size_t line = 0; line < dump.size();) {
    const std::size_t end = std::min(dump.find('\n', line), dump.size());
    const std::string_view text = dump.substr(line, end - line);
    const bool gnu = trim(text).starts_with("__asm__");
    const bool llvm = !text.starts_with('@') && text.find("asm ") != std::string_view::npos &&
                      (text.starts_with("module asm ") || text.find(" asm ") != text.npos);
    if (gnu || llvm) {
      const std::size_t from = gnu ? line : line + text.find("asm ");
      const std::size_t quote = dump.find('"', from);
      if (quote == std::string_view::npos) return "?";
      const auto assembly = literal_at(dump, quote, llvm);
      if (!assembly || !is_permitted_assembly(*assembly)) return assembly.value_or("?");
    }
    line = end + 1;
  }
  return "";
}

}  // namespace grader::compile
