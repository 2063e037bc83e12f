// SPDX-License-Identifier: MIT
#include "workbook/hints.hpp"

#include <fmt/format.h>

#include <regex>

#include "base/verdict.hpp"

namespace grader::workbook {

namespace {

// The submission has a say in what the message is, and std::regex's depth grows with the text.
constexpr std::size_t longest_text = 2'000;

bool found_in(const std::regex& pattern, const std::string& text) {
  return std::regex_search(text.substr(0, longest_text), pattern);
}

// What is wrong with one hint; empty if nothing.
std::string fault_of(const Json& one, const Hint& hint) {
  if (!one.is_object()) return "is no object";
  for (const auto& [key, value] : one.items()) {
    const bool known = key == "verdict" || key == "matches" || key == "hint";
    if (!known || !value.is_string()) return fmt::format("has a field '{}' of no use", key);
  }
  const std::string verdict = string_or(one, "verdict");
  if (!is_rejection(verdict)) {
    return fmt::format("is for '{}', which is no verdict to be rejected with", verdict);
  }
  if (hint.hint.empty()) return "says nothing";
  try {
    const std::regex pattern(hint.matches);
  } catch (const std::regex_error&) {
    return fmt::format("matches '{}', which is no regular expression", hint.matches);
  }
  return "";
}

}  // namespace

std::vector<Hint> read_hints(const Json& json, std::vector<std::string>& faults) {
  std::vector<Hint> hints;
  std::size_t number = 0;
  for (const Json& one : json) {
    ++number;
    Hint hint{verdict_named(string_or(one, "verdict")).value_or(Verdict::internal_error),
              string_or(one, "matches"), string_or(one, "hint")};
    const std::string fault = fault_of(one, hint);
    if (fault.empty()) {
      hints.push_back(std::move(hint));
    } else {
      faults.push_back(fmt::format("problem.json: hint {} {}", number, fault));
    }
  }
  return hints;
}

std::vector<std::string> hints_for(const std::vector<Hint>& hints, const Failure& failure) {
  std::vector<std::string> texts;
  for (const Hint& one : hints) {
    if (failure.verdict != one.verdict) continue;
    const std::regex pattern(one.matches);
    if (found_in(pattern, failure.message) || found_in(pattern, failure.explanation)) {
      texts.push_back(one.hint);
    }
  }
  return texts;
}

}  // namespace grader::workbook
