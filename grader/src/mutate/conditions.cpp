// SPDX-License-Identifier: MIT
// Conditions that ask too little, or the opposite.
#include "mutate/operators.hpp"

namespace grader::mutate {

namespace {

bool ends_operand(std::string_view mark, bool of_and) {
  // && binds closer than ||.
  return mark == "," || mark == ";" || mark == "?" || mark == ":" || mark == "=" ||
         mark == "return" || mark == "||" || (of_and && mark == "&&");
}

struct Operands {
  std::size_t first, last;
};

// From the first token of the left operand to the last token of the right one; none if the mark is
// no operator but, say, a reference.
Operands operands(const Source& source, std::size_t mark) {
  const bool of_and = source.at(mark) == "&&";
  std::size_t first = mark, last = mark;
  while (first > 0 && !ends_operand(source.at(first - 1), of_and)) {
    const std::size_t partner = source.partner(first - 1);
    if (partner != none && partner > first - 1) break;  // an opening bracket
    first = partner != none ? partner : first - 1;
  }
  while (last + 1 < source.size() && !ends_operand(source.at(last + 1), of_and)) {
    const std::size_t partner = source.partner(last + 1);
    if (partner != none && partner < last + 1) break;
    last = partner != none ? partner : last + 1;
  }
  return {first, last};
}

// The condition in the header of the if or loop at `head`, as tokens; first > last if it has none.
Source::Range condition(const Source& source, std::size_t head) {
  std::size_t open = head + 1;
  if (source.at(open) == "constexpr") ++open;
  const std::size_t close = source.partner(open);
  if (source.at(open) != "(" || close == none) return {1, 0};
  std::vector<std::size_t> semicolons;
  for (std::size_t i = open + 1; i < close; ++i) {
    if (source.at(i) == ";") semicolons.push_back(i);
    if (source.partner(i) != none && source.partner(i) > i) i = source.partner(i);
  }
  if (source.at(head) == "for") {
    if (semicolons.size() != 2) return {1, 0};  // over a range
    return {semicolons[0] + 1, semicolons[1] - 1};
  }
  return {semicolons.empty() ? open + 1 : semicolons.back() + 1, close - 1};
}

// Whether the block at `brace` is that of a lambda which is an argument of a call of wait….
bool is_predicate(const Source& source, std::size_t brace) {
  for (std::size_t i = source.around(brace); i != none; i = source.around(i)) {
    if (source.at(i) == "{") return false;
    if (source.at(i) == "(" && i > 0 && source.at(i - 1).substr(0, 4) == "wait") return true;
  }
  return false;
}

void negate(const Source& source, Source::Range range, Mutants& mutants) {
  if (range.first > range.last) return;
  std::string text = "!(" + std::string(source.text_of(range.first, range.last)) + ")";
  mutants.add("negate_condition", {replaced(source, range.first, range.last, std::move(text))});
}

}  // namespace

void weaken_conditions(const Source& source, Mutants& mutants) {
  for (std::size_t i = 1; i + 1 < source.size(); ++i) {
    if (source.at(i) != "&&" && source.at(i) != "||") continue;
    const Operands both = operands(source, i);
    if (both.first >= i || both.last <= i) continue;
    const std::string left(source.text_of(both.first, i - 1));
    const std::string right(source.text_of(i + 1, both.last));
    mutants.add("weaken_condition", {replaced(source, both.first, both.last, left)});
    mutants.add("weaken_condition", {replaced(source, both.first, both.last, right)});
  }
}

void negate_conditions(const Source& source, Mutants& mutants) {
  for (std::size_t i = 0; i < source.size(); ++i) {
    const std::string_view head = source.at(i);
    if (head == "if" || head == "while" || head == "for")
      negate(source, condition(source, i), mutants);
  }
  for (const Statement& statement : source.statements()) {
    const bool returns = statement.simple && source.at(statement.first) == "return";
    if (returns && statement.block != none && is_predicate(source, statement.block)) {
      negate(source, {statement.first + 1, statement.last - 1}, mutants);
    }
  }
}

}  // namespace grader::mutate
