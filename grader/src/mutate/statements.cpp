// SPDX-License-Identifier: MIT
// Statements that are missing or in the wrong order.
#include "mutate/operators.hpp"

namespace grader::mutate {

void drop_statements(const Source& source, Mutants& mutants) {
  for (const Statement& statement : source.statements()) {
    // Without a declaration it would not compile; an empty statement is none.
    if (!statement.simple || source.declares(statement) || statement.first == statement.last) {
      continue;
    }
    mutants.add("drop_statement", {without(source, statement)});
  }
}

void swap_statements(const Source& source, Mutants& mutants) {
  for (const Statement& second : source.statements()) {
    if (second.block == none || second.place == 0) continue;
    for (const Statement& first : source.in_block(second.block)) {
      if (first.place + 1 != second.place) continue;
      const std::string upper(source.text_of(first.first, first.last));
      const std::string lower(source.text_of(second.first, second.last));
      mutants.add("swap_statements", {replaced(source, first.first, first.last, lower),
                                      replaced(source, second.first, second.last, upper)});
    }
  }
}

}  // namespace grader::mutate
