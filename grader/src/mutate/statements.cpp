// SPDX-License-Identifier: MIT
// Statements that are missing or in the wrong order.
#include "mutate/operators.hpp"

namespace grader::mutate {

namespace {

// Two declarations that do not compile the other way round need no judge, and of the others only
// the order in which they end can matter: of what waits, joins or unlocks when it ends.
bool end_matters(const Source& source, const Statement& statement) {
  for (std::size_t i = statement.first; i <= statement.last; ++i) {
    for (const std::string_view word : {"jthread", "future", "async", "lock", "guard", "stop_"}) {
      if (source.is_word(i) && source.at(i).find(word) != std::string_view::npos) return true;
    }
  }
  return false;
}

bool is_worth_swapping(const Source& source, const Statement& first, const Statement& second) {
  const bool declarations = source.declares(first) && source.declares(second);
  return !declarations || end_matters(source, first) || end_matters(source, second);
}

}  // namespace

void drop_statements(const Source& source, Mutants& mutants) {
  for (const Statement& statement : source.statements()) {
    // Without a declaration it would not compile; an empty statement is none; and a function that
    // does not return its value is no mistake in concurrency, but would raise every figure.
    const bool value =
        source.at(statement.first) == "return" && statement.first + 1 != statement.last;
    if (!statement.simple || source.declares(statement) || statement.first == statement.last ||
        value) {
      continue;
    }
    mutants.add("drop_statement", {without(source, statement)});
  }
}

void swap_statements(const Source& source, Mutants& mutants) {
  for (const Statement& second : source.statements()) {
    if (second.block == none || second.place == 0) continue;
    for (const Statement& first : source.in_block(second.block)) {
      if (first.place + 1 != second.place || !is_worth_swapping(source, first, second)) continue;
      const std::string upper(source.text_of(first.first, first.last));
      const std::string lower(source.text_of(second.first, second.last));
      mutants.add("swap_statements", {replaced(source, first.first, first.last, lower),
                                      replaced(source, second.first, second.last, upper)});
    }
  }
}

}  // namespace grader::mutate
