// SPDX-License-Identifier: MIT
// The closed list of warnings: what is poor about an answer that is right, or about the run. A new
// warning is an entry here, and the place that notices it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "world/verdict.hpp"

namespace kata::model {

/// The part of the judge that finds a warning.
enum class Finder : unsigned char {
  engine,   ///< a model, in a schedule: Outcome::notice
  harness,  ///< a problem's harness: kata::Remark
  run,      ///< explore, of all schedules together
  grader,
  native,  ///< the native engine
};

struct WarningKind {
  std::string_view word;  ///< part of the report's format and of problem.json's policy.reject
  /// What it says. Of `harness`, kata::Remark::says takes its place; of `run`, the message is
  /// longer.
  std::string_view sentence;
  Finder finder;
  std::optional<Verdict> rejected_as = std::nullopt;  ///< none: no policy can reject it
  /// The message of that failure, if the warning's own does not fit, and its rule.
  std::string_view forbidden = {};
  std::string_view rule = {};
};

namespace warnings {

inline constexpr WarningKind busy_wait = {
    .word = "busy_wait",
    .sentence =
        "a thread spins: it looks again and again at a value that has not changed instead "
        "of sleeping until it does",
    .finder = Finder::engine,
    .rejected_as = Verdict::livelock,
    .forbidden = "a thread waits by spinning, which this kata does not allow",
    .rule =
        "A thread that has nothing to do must sleep until another wakes it: on a condition "
        "variable, a semaphore or atomic::wait."};
inline constexpr WarningKind sleep_as_synchronization = {
    .word = "sleep_as_synchronization",
    .sentence =
        "a thread waits by sleeping for a while and looking again, which is late or "
        "wasteful however long the while is: let it wait for the change itself, on a "
        "condition variable, a semaphore or atomic::wait",
    .finder = Finder::engine,
    .rejected_as = Verdict::wrong_answer};
inline constexpr WarningKind serialized = {
    .word = "serialized",
    .sentence = "threads that may work at the same time never do",
    .finder = Finder::harness,
    .rejected_as = Verdict::wrong_answer};
inline constexpr WarningKind starvation = {
    .word = "starvation",
    .sentence = "a thread is passed over for as long as others keep coming",
    .finder = Finder::harness,
    .rejected_as = Verdict::wrong_answer};
inline constexpr WarningKind eager = {.word = "eager",
                                      .sentence = "a thread goes on before it should",
                                      .finder = Finder::harness,
                                      .rejected_as = Verdict::wrong_answer};
inline constexpr WarningKind global_state = {
    .word = "global_state",
    .sentence = "a schedule changes a static or global variable",
    .finder = Finder::run,
    .rejected_as = Verdict::wrong_answer};
inline constexpr WarningKind remembers = {
    .word = "remembers",
    .sentence = "a schedule went another way when it was run again, and then always the same",
    .finder = Finder::run,
    .rejected_as = Verdict::wrong_answer};
inline constexpr WarningKind replay_strayed = {
    .word = "replay_strayed",
    .sentence =
        "the token is of another program: this submission asked other questions than the "
        "one that it was made with",
    .finder = Finder::run};
inline constexpr WarningKind fewer_schedules = {
    .word = "fewer_schedules",
    .sentence = "the time limit came before all schedules had run",
    .finder = Finder::run};
inline constexpr WarningKind single_thread = {
    .word = "single_thread",
    .sentence =
        "the program started no thread in any schedule, so its schedules do not differ and the "
        "acceptance says nothing about threads",
    .finder = Finder::run};
inline constexpr WarningKind compiler_warning = {.word = "compiler_warning",
                                                 .sentence = "the compiler warns",
                                                 .finder = Finder::grader,
                                                 .rejected_as = Verdict::compile_error};
inline constexpr WarningKind not_judged = {
    .word = "not_judged",
    .sentence = "real threads cannot judge a part of the problem",
    .finder = Finder::native};

}  // namespace warnings

inline constexpr const WarningKind* warning_kinds[] = {
    &warnings::busy_wait,
    &warnings::sleep_as_synchronization,
    &warnings::serialized,
    &warnings::starvation,
    &warnings::eager,
    &warnings::global_state,
    &warnings::remembers,
    &warnings::replay_strayed,
    &warnings::fewer_schedules,
    &warnings::single_thread,
    &warnings::compiler_warning,
    &warnings::not_judged,
};

/// Returns the kind of that word; nullptr if there is none.
const WarningKind* warning_kind(std::string_view word);

/// Returns whether the engine can turn such a warning into a failure: it can be rejected, and the
/// engine or a harness finds it.
bool is_rejectable(const WarningKind& kind);

/// Returns the words of the kinds that is_rejectable() accepts: "busy_wait, ...".
std::string rejectable_words();

}  // namespace kata::model
