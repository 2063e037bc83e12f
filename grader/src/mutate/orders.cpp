// SPDX-License-Identifier: MIT
// Memory orders that are too weak.
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "mutate/operators.hpp"

namespace grader::mutate {

namespace {

constexpr std::string_view relaxed = "std::memory_order_relaxed";

constexpr std::array<std::string_view, 13> operations = {"load",
                                                         "store",
                                                         "exchange",
                                                         "fetch_add",
                                                         "fetch_sub",
                                                         "fetch_and",
                                                         "fetch_or",
                                                         "fetch_xor",
                                                         "test_and_set",
                                                         "clear",
                                                         "test",
                                                         "compare_exchange_weak",
                                                         "compare_exchange_strong"};

bool names_order(const Source& source, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i <= last; ++i) {
    if (source.at(i).substr(0, 12) == "memory_order") return true;
  }
  return false;
}

// Variables declared as std::atomic<…>, by value or by reference.
std::set<std::string_view> atomics(const Source& source) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const std::string_view type = source.at(i);
    std::size_t name = none;
    if (type == "atomic" && source.template_end(i + 1) != none) {
      name = source.template_end(i + 1) + 1;
    } else if (type.substr(0, 7) == "atomic_" && source.is_word(i + 1)) {
      name = i + 1;
    }
    if (name == none) continue;
    if (source.at(name) == "&") ++name;
    if (source.is_word(name)) names.insert(source.at(name));
  }
  return names;
}

void relax_named(const Source& source, std::size_t i, Mutants& mutants) {
  const std::string_view word = source.at(i);
  if (word.substr(0, 13) == "memory_order_" && word != "memory_order_relaxed") {
    mutants.add("relax_order", {replaced(source, i, i, "memory_order_relaxed")});
  } else if (word == "memory_order" && source.at(i + 1) == "::" && source.at(i + 2) != "relaxed") {
    mutants.add("relax_order", {replaced(source, i + 2, i + 2, "relaxed")});
  }
}

void relax_call(const Source& source, std::size_t i, Mutants& mutants) {
  const bool member = source.at(i - 1) == "." || source.at(i - 1) == "->";
  const bool operation =
      std::find(operations.begin(), operations.end(), source.at(i)) != operations.end();
  const std::size_t close = source.partner(i + 1);
  if (!member || source.at(i + 1) != "(" || close == none) return;
  const bool waits = source.at(i) == "wait" && source.arguments(i + 1).size() == 1;
  if ((!operation && !waits) || names_order(source, i + 1, close)) return;
  const std::string comma = close == i + 2 ? "" : ", ";
  const std::size_t at = source.tokens()[close].begin;
  mutants.add("relax_order", {{at, at, comma + std::string(relaxed)}});
}

// What is written without a call: a = b, a++, ++a, or a by itself.
void relax_operator(const Source& source, std::size_t i, Mutants& mutants) {
  const std::string name(source.at(i));
  const std::string_view before = source.at(i - 1), after = source.at(i + 1);
  const auto put = [&](std::size_t first, std::size_t last, const std::string& text) {
    mutants.add("relax_order", {replaced(source, first, last, text)});
  };
  const std::string order(relaxed);
  const bool declared = before == ">" || before == "&" || source.is_word(i - 1);
  if (after == "." || after == "->" || before == "." || before == "->" || before == "::" ||
      after == "[" || (declared && before != "return")) {
    return;
  }
  if (after == "++") return put(i, i + 1, name + ".fetch_add(1, " + order + ")");
  if (after == "--") return put(i, i + 1, name + ".fetch_sub(1, " + order + ")");
  if (before == "++") return put(i - 1, i, "(" + name + ".fetch_add(1, " + order + ") + 1)");
  if (before == "--") return put(i - 1, i, "(" + name + ".fetch_sub(1, " + order + ") - 1)");
  if (after == "=" || after == "+=" || after == "-=") {
    std::size_t last = i + 2;
    while (last < source.size() && source.at(last) != ";" && source.at(last) != ")") {
      const std::size_t partner = source.partner(last);
      last = partner != none && partner > last ? partner + 1 : last + 1;
    }
    if (last <= i + 2 || last >= source.size()) return;
    const std::string operation = after == "="    ? "store"
                                  : after == "+=" ? "fetch_add"
                                                  : "fetch_sub";
    const std::string value(source.text_of(i + 2, last - 1));
    return put(i, last - 1, name + "." + operation + "(" + value + ", " + order + ")");
  }
  if (after == "(" || after == "{") return;  // its initial value
  put(i, i, name + ".load(" + order + ")");
}

}  // namespace

void relax_orders(const Source& source, Mutants& mutants) {
  const std::set<std::string_view> names = atomics(source);
  for (std::size_t i = 1; i < source.size(); ++i) {
    if (!source.is_word(i)) continue;
    relax_named(source, i, mutants);
    relax_call(source, i, mutants);
    if (names.count(source.at(i)) != 0) relax_operator(source, i, mutants);
  }
}

}  // namespace grader::mutate
