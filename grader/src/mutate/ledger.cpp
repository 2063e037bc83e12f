// SPDX-License-Identifier: MIT
#include "mutate/ledger.hpp"

#include <fmt/format.h>

#include "base/json.hpp"
#include "base/text.hpp"

namespace grader::mutate {

namespace {

constexpr const char* fields[] = {"answer", "operator", "from", "to", "nth", "is", "why"};

// The entry, or what is wrong with it.
std::string read_entry(const Json& json, Entry& entry) {
  if (!json.is_object()) return "is not an object";
  for (const auto& [key, value] : json.items()) {
    bool known = false;
    for (const char* field : fields) known = known || key == field;
    if (!known) return "has a field '" + key + "', which none has";
    const bool good = key == "nth" ? value.is_number_unsigned() : value.is_string();
    if (!good) return "has a '" + key + "' of another type";
  }
  entry.answer = string_or(json, "answer");
  entry.operation = string_or(json, "operator");
  entry.from = string_or(json, "from");
  entry.to = string_or(json, "to");
  entry.nth = static_cast<std::size_t>(number_or(json, "nth", 1));
  entry.why = string_or(json, "why");
  const std::string is = string_or(json, "is");
  entry.missed = is == "missed";
  if (entry.answer.empty() || entry.operation.empty()) return "lacks 'answer' or 'operator'";
  if (is != "equivalent" && is != "missed") return "has no 'is', which is equivalent or missed";
  if (trim(entry.why).empty()) return "does not say why";
  return "";
}

}  // namespace

bool Entry::is(const std::string& of_answer, const Mutant& mutant) const {
  return answer == of_answer && operation == mutant.operation && from == mutant.from &&
         to == mutant.to && nth == mutant.nth;
}

Ledger read_ledger(const std::string& text) {
  Ledger ledger;
  const Json json = parse_json(text);
  if (!json.is_object() || !json.contains("mutants") || !json["mutants"].is_array()) {
    ledger.faults.push_back("is not a JSON object with a list 'mutants'");
    return ledger;
  }
  std::size_t number = 0;
  for (const Json& one : json["mutants"]) {
    ++number;
    Entry entry;
    const std::string fault = read_entry(one, entry);
    if (fault.empty()) {
      ledger.entries.push_back(std::move(entry));
    } else {
      ledger.faults.push_back(fmt::format("entry {} {}", number, fault));
    }
  }
  return ledger;
}

}  // namespace grader::mutate
