// SPDX-License-Identifier: MIT
// The closed list of verdicts. The words are part of the report format and of the names of the
// files in rejected/; the engine has the same list (harness/src/world/outcome.hpp), and so has the
// schema. A test compares the three.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/exit_status.hpp"

namespace grader {

enum class Verdict : std::uint8_t {
  accepted,
  wrong_answer,
  deadlock,
  livelock,
  data_race,
  undefined_behavior,
  crash,
  uncaught_exception,
  thread_leak,
  time_limit,
  memory_limit,
  nondeterministic,
  compile_error,
  internal_error,
};

/// What a verdict says about the submission. Marks, colours and exit statuses follow from it.
enum class Judgement : std::uint8_t {
  accepted,
  rejected,   ///< the submission is at fault
  not_judged  ///< the judge or the machine is at fault
};

struct VerdictRow {
  Verdict verdict;
  std::string_view word;
  Judgement judgement;
};

/// A row for each verdict, in the order of the enumerators.
inline constexpr std::array<VerdictRow, 14> verdicts = {{
    {Verdict::accepted, "accepted", Judgement::accepted},
    {Verdict::wrong_answer, "wrong_answer", Judgement::rejected},
    {Verdict::deadlock, "deadlock", Judgement::rejected},
    {Verdict::livelock, "livelock", Judgement::rejected},
    {Verdict::data_race, "data_race", Judgement::rejected},
    {Verdict::undefined_behavior, "undefined_behavior", Judgement::rejected},
    {Verdict::crash, "crash", Judgement::rejected},
    {Verdict::uncaught_exception, "uncaught_exception", Judgement::rejected},
    {Verdict::thread_leak, "thread_leak", Judgement::rejected},
    {Verdict::time_limit, "time_limit", Judgement::rejected},
    {Verdict::memory_limit, "memory_limit", Judgement::rejected},
    {Verdict::nondeterministic, "nondeterministic", Judgement::rejected},
    {Verdict::compile_error, "compile_error", Judgement::rejected},
    {Verdict::internal_error, "internal_error", Judgement::not_judged},
}};

namespace detail {
constexpr bool rows_are_in_order() {
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (static_cast<std::size_t>(verdicts[i].verdict) != i) return false;
  }
  return verdicts.back().verdict == Verdict::internal_error;
}
static_assert(rows_are_in_order());
}  // namespace detail

constexpr const VerdictRow& row_of(Verdict verdict) {
  return verdicts[static_cast<std::size_t>(verdict)];
}

constexpr std::string_view word_of(Verdict verdict) { return row_of(verdict).word; }
constexpr Judgement judgement_of(Verdict verdict) { return row_of(verdict).judgement; }

/// Returns the verdict of that word, or nullopt.
constexpr std::optional<Verdict> verdict_named(std::string_view word) {
  for (const VerdictRow& row : verdicts) {
    if (row.word == word) return row.verdict;
  }
  return std::nullopt;
}

/// Returns whether a submission can be rejected with that word.
constexpr bool is_rejection(std::string_view word) {
  const std::optional<Verdict> verdict = verdict_named(word);
  return verdict && judgement_of(*verdict) == Judgement::rejected;
}

/// Returns the command's exit status if this is the only verdict.
constexpr ExitStatus exit_status_of(Verdict verdict) {
  switch (judgement_of(verdict)) {
    case Judgement::accepted:
      return ExitStatus::accepted;
    case Judgement::rejected:
      return ExitStatus::rejected;
    case Judgement::not_judged:
      break;
  }
  return ExitStatus::could_not_judge;
}

}  // namespace grader
