// SPDX-License-Identifier: MIT
// Mistakes in waiting and waking.
#include <array>
#include <utility>

#include "mutate/operators.hpp"

namespace grader::mutate {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 2> notifications = {
    {{"notify_one", "notify_all"}, {"pthread_cond_signal", "pthread_cond_broadcast"}}};

bool is_notification(std::string_view word) {
  for (const auto& [one, all] : notifications) {
    if (word == one || word == all) return true;
  }
  return false;
}

// Member functions wait, wait_for, arrive_and_wait; sem_wait, pthread_cond_wait.
bool waits(const Source& source, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i <= last; ++i) {
    if (source.is_word(i) && source.at(i).find("wait") != std::string_view::npos &&
        source.at(i + 1) == "(") {
      return true;
    }
  }
  return false;
}

bool calls(const Source& source, const Statement& statement, bool (*wanted)(std::string_view)) {
  for (std::size_t i = statement.first; i < statement.last; ++i) {
    if (source.at(i) == "{") return false;  // of what a lambda does, the lambda's statements tell
    if (source.is_word(i) && source.at(i + 1) == "(" && wanted(source.at(i))) return true;
  }
  return false;
}

bool is_join(std::string_view word) { return word == "join" || word == "pthread_join"; }

}  // namespace

void drop_notifies(const Source& source, Mutants& mutants) {
  for (const Statement& statement : source.statements()) {
    if (statement.simple && calls(source, statement, is_notification)) {
      mutants.add("drop_notify", {without(source, statement)});
    }
  }
}

void exchange_notifies(const Source& source, Mutants& mutants) {
  for (std::size_t i = 0; i < source.size(); ++i) {
    for (const auto& [one, all] : notifications) {
      if (source.at(i) == all) {
        mutants.add("notify_one_for_all", {replaced(source, i, i, std::string(one))});
      } else if (source.at(i) == one) {
        mutants.add("notify_all_for_one", {replaced(source, i, i, std::string(all))});
      }
    }
  }
}

void weaken_waits(const Source& source, Mutants& mutants) {
  for (const Statement& statement : source.statements()) {
    if (source.at(statement.first) == "while" && source.at(statement.first + 1) == "(") {
      mutants.add("if_for_while", {replaced(source, statement.first, statement.first, "if")});
      const bool short_one = !source.has(statement.first, statement.last, "return");
      if (short_one && waits(source, statement.first, statement.last)) {
        mutants.add("drop_wait", {without(source, statement)});
      }
    } else if (statement.simple && !source.declares(statement) &&
               waits(source, statement.first, statement.last) &&
               !source.has(statement.first, statement.last, "thread")) {
      mutants.add("drop_wait", {without(source, statement)});
    }
  }
  for (std::size_t i = 1; i < source.size(); ++i) {
    const bool member = source.at(i - 1) == "." || source.at(i - 1) == "->";
    if (!member || source.at(i).substr(0, 4) != "wait" || source.at(i + 1) != "(") continue;
    const auto arguments = source.arguments(i + 1);
    // The predicate is last: wait(lock, pred), wait(lock, token, pred), wait_for(lock, time, pred).
    if (arguments.size() < 2) continue;
    const auto last = arguments.back();
    const auto before = arguments[arguments.size() - 2];
    // An atomic's wait has an order there.
    if (source.at(last.first).find("memory_order") != std::string_view::npos ||
        source.at(last.last).find("memory_order") != std::string_view::npos) {
      continue;
    }
    const std::size_t from = source.tokens()[before.last].end();
    mutants.add("drop_predicate", {{from, source.tokens()[last.last].end(), ""}});
  }
}

void drop_joins(const Source& source, Mutants& mutants) {
  for (const Statement& statement : source.statements()) {
    if (statement.simple && calls(source, statement, is_join)) {
      mutants.add("drop_join", {without(source, statement)});
    }
  }
}

}  // namespace grader::mutate
