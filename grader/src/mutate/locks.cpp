// SPDX-License-Identifier: MIT
// Mistakes with locks: none, half of one, or one that covers too little.
#include <array>

#include "mutate/operators.hpp"

namespace grader::mutate {

namespace {

constexpr std::array<std::string_view, 4> guards = {"lock_guard", "unique_lock", "scoped_lock",
                                                    "shared_lock"};

bool declares_guard(const Source& source, const Statement& statement) {
  if (!statement.simple || !source.declares(statement)) return false;
  for (std::size_t i = statement.first; i < statement.last && source.at(i) != "="; ++i) {
    if (source.at(i) == "(" || source.at(i) == "{") return false;
    for (const std::string_view guard : guards) {
      if (source.at(i) == guard) return true;
    }
  }
  return false;
}

// A statement that does nothing but lock or unlock.
struct Half {
  bool locks = false, unlocks = false;
  std::string_view what;  ///< that is locked
};

Half half_of(const Source& source, const Statement& statement) {
  Half half;
  if (!statement.simple || source.declares(statement)) return half;
  const std::size_t last = statement.last;  // the semicolon
  const std::size_t open = last >= 1 ? source.partner(last - 1) : none;
  if (open == none || open <= statement.first) return half;
  const std::string_view name = source.at(open - 1);
  const bool c = name.substr(0, 8) == "pthread_" && open - 1 == statement.first;
  if (c) {
    half.locks = name.find("lock") != std::string_view::npos &&
                 name.find("unlock") == std::string_view::npos;
    half.unlocks = name.find("unlock") != std::string_view::npos;
    if (half.locks || half.unlocks) half.what = source.text_of(open, last - 1);
  } else if (open >= statement.first + 3) {
    half.locks = name == "lock" || name == "lock_shared";
    half.unlocks = name == "unlock" || name == "unlock_shared";
    if (half.locks || half.unlocks) half.what = source.text_of(statement.first, open - 3);
  }
  return half;
}

}  // namespace

void drop_locks(const Source& source, Mutants& mutants) {
  for (const Statement& statement : source.statements()) {
    if (declares_guard(source, statement)) {
      mutants.add("drop_lock", {without(source, statement)});
    }
    const Half half = half_of(source, statement);
    if (!half.locks && !half.unlocks) continue;
    mutants.add("drop_lock", {without(source, statement)});
    if (statement.block == none) continue;
    // With its other half, which comes later in the same block, whichever comes first.
    for (const Statement& other : source.in_block(statement.block)) {
      const Half second = half_of(source, other);
      if (other.first <= statement.first || second.what != half.what) continue;
      if (second.locks == half.locks) break;
      mutants.add("drop_lock", {without(source, statement), without(source, other)});
      break;
    }
  }
}

void narrow_locks(const Source& source, Mutants& mutants) {
  for (const Statement& statement : source.statements()) {
    const bool guard = declares_guard(source, statement);
    if (!guard || statement.block == none) continue;
    const std::vector<Statement> all = source.in_block(statement.block);
    std::vector<Statement> after;
    for (const Statement& other : all) {
      if (other.first > statement.last) after.push_back(other);
    }
    if (after.empty()) continue;
    const std::string lock(source.text_of(statement.first, statement.last));
    const Statement& first = after.front();
    mutants.add("narrow_lock", {replaced(source, statement.first, statement.last, ""),
                                {source.tokens()[first.last].end(),
                                 source.tokens()[first.last].end(), " " + lock}});
    if (after.size() < 2) continue;
    // The lock in a block of its own, which ends before the last statement.
    const std::size_t end = source.tokens()[after[after.size() - 2].last].end();
    const std::size_t begin = source.tokens()[statement.first].begin;
    mutants.add("narrow_lock", {{begin, begin, "{ "}, {end, end, " }"}});
  }
}

}  // namespace grader::mutate
