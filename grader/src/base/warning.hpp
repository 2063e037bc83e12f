// SPDX-License-Identifier: MIT
// The closed list of warnings. The words are part of the report format, of problem.json
// ("policy": {"reject": [WORD…]}) and of answers ("// warns: WORD"); the schema has the same list,
// and a test compares the two.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/verdict.hpp"

namespace grader {

enum class WarningKind : std::uint8_t {
  busy_wait,
  sleep_as_synchronization,
  serialized,
  starvation,
  eager,
  global_state,
  remembers,
  compiler_warning,
  fewer_schedules,
  replay_strayed,
  single_thread,
  not_judged,
};

struct WarningRow {
  WarningKind kind;
  std::string_view word;
  std::string_view finder;  ///< engine, harness (the kata's own) or grader
  std::string_view means;
  std::optional<Verdict> rejected_as;  ///< where a policy rejects it; none: no policy can
  bool promised;                       ///< an answer may promise it: every machine finds it
};

/// A row for each kind, in the order of the enumerators.
inline constexpr std::array<WarningRow, 12> warning_kinds = {{
    {WarningKind::busy_wait, "busy_wait", "engine",
     "a thread reads again and again what has not changed", Verdict::livelock, true},
    {WarningKind::sleep_as_synchronization, "sleep_as_synchronization", "engine",
     "the same with a sleep between the reads, or with waits that time out because no thread ever "
     "ends them",
     Verdict::wrong_answer, true},
    {WarningKind::serialized, "serialized", "harness",
     "what the statement allows at the same time never happens at the same time, in any of at "
     "least 100 schedules that gave the chance",
     Verdict::wrong_answer, true},
    {WarningKind::starvation, "starvation", "harness",
     "threads that came later overtake a thread for as long as they keep coming, in every one of "
     "at least 100 fair schedules",
     Verdict::wrong_answer, true},
    {WarningKind::eager, "eager", "harness",
     "a callback comes before it makes sense, though the statement allows it (building_h2o: an "
     "atom released before its molecule is complete)",
     Verdict::wrong_answer, true},
    {WarningKind::global_state, "global_state", "engine",
     "a schedule changes a static or global variable, which two objects in one program would share",
     Verdict::wrong_answer, true},
    {WarningKind::remembers, "remembers", "engine",
     "a schedule went another way when it was run again: something outside the program's memory "
     "remembers earlier schedules",
     Verdict::wrong_answer, true},
    {WarningKind::compiler_warning, "compiler_warning", "grader", "the compiler warns",
     Verdict::compile_error, false},
    {WarningKind::fewer_schedules, "fewer_schedules", "engine",
     "the time limit came before all schedules had run", std::nullopt, false},
    {WarningKind::replay_strayed, "replay_strayed", "engine",
     "the replay token belongs to another program", std::nullopt, false},
    {WarningKind::single_thread, "single_thread", "engine",
     "a program started no thread in any schedule", std::nullopt, false},
    {WarningKind::not_judged, "not_judged", "engine",
     "real threads left something out, such as scenarios with exact times", std::nullopt, false},
}};

namespace detail {
constexpr bool warnings_are_in_order() {
  for (std::size_t i = 0; i < warning_kinds.size(); ++i) {
    if (static_cast<std::size_t>(warning_kinds[i].kind) != i) return false;
  }
  return warning_kinds.back().kind == WarningKind::not_judged;
}
static_assert(warnings_are_in_order());
}  // namespace detail

constexpr const WarningRow& row_of(WarningKind kind) {
  return warning_kinds[static_cast<std::size_t>(kind)];
}

constexpr std::string_view word_of(WarningKind kind) { return row_of(kind).word; }

/// Returns the kind of that word, or nullopt.
constexpr std::optional<WarningKind> warning_named(std::string_view word) {
  for (const WarningRow& row : warning_kinds) {
    if (row.word == word) return row.kind;
  }
  return std::nullopt;
}

/// Returns what is wrong with `word`, for an author who wrote it: "'busy_wiat' is no warning. Did
/// you mean busy_wait? There are: …". Empty if it is in `allowed`, a selection of the rows.
std::string unknown_warning(std::string_view word, bool (*allowed)(const WarningRow&));

/// The rows that a policy can reject, and those that an answer can promise.
constexpr bool can_be_rejected(const WarningRow& row) { return row.rejected_as.has_value(); }
constexpr bool can_be_promised(const WarningRow& row) { return row.promised; }

}  // namespace grader
