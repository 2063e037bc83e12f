// SPDX-License-Identifier: MIT
// A verdict with all that is known about it, as plain values. The names are those of
// harness/schema/report.schema.json, which says what each field means; result_json.hpp reads and
// writes it.
//
// `unknown` holds the members of a JSON object that the grader does not know, and the report ends
// that object with them. The engine may therefore add a field before the grader learns it, and no
// reader of the report has to wait. A field that the grader knows must fit, see parse_result().
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/verdict.hpp"
#include "base/warning.hpp"

namespace grader {

/// Empty `file`: no place is known.
struct Place {
  std::string file;
  std::uint64_t line = 0;             ///< from 1
  std::optional<std::string> source;  ///< that line's text, trimmed
};

struct Warning {
  WarningKind kind{};
  std::string message;
  std::optional<Place> place{};
  Json unknown{};
};

struct Schedules {
  std::uint64_t requested = 0, run = 0;
  std::optional<std::uint64_t> distinct{};
  Json unknown{};
};

/// Sums over the schedules run; the makespan and the threads are the largest.
struct Statistics {
  std::uint64_t points = 0, switches = 0, wakeups = 0, lock_operations = 0;
  double virtual_makespan_ms = 0;
  std::uint64_t max_threads = 0;
  Json unknown{};
};

/// The last schedules, and how many of them had an order of operations that none before had.
struct Novelty {
  std::uint64_t schedules = 0, fresh = 0;
  Json unknown{};
};

/// The extremes of the values drawn under one name.
struct Drawn {
  std::string name;
  std::int64_t least = 0, most = 0;
  Json unknown{};
};

/// What an acceptance rests on.
struct Confidence {
  std::uint64_t schedules = 0, distinct = 0;
  std::map<std::string, std::uint64_t> strategies;
  Novelty last_half, last_tenth;
  std::optional<std::uint64_t> one_in;
  std::vector<Drawn> drawn;
  std::uint64_t run_twice = 0;
  std::vector<std::string> not_covered;
  std::string text;
  Json unknown{};
};

/// One value that the failing schedule drew.
struct Parameter {
  std::string name;
  std::int64_t value = 0;
  Json unknown{};
};

struct Thread {
  int id = 0;
  std::string name, state;
  Json unknown{};
};

/// One event of the failing schedule.
struct Step {
  std::uint64_t number = 0;
  int thread = 0;
  std::string operation, object, detail;
  Place place{};
  std::string function;
  bool blocked = false;
  Json unknown{};
};

/// A blocked thread and what it waits for.
struct Waiting {
  int thread = 0;
  std::string kind;  ///< from the schema's closed list, such as "a mutex"
  std::string object;
  std::optional<int> held_by;
  Place place{};
  Json unknown{};

  bool is_join() const { return kind == "a thread to end"; }
};

struct Frame {
  std::string function;
  Place place{};
  Json unknown{};
};

struct Access {
  int thread = 0;
  std::string operation;  ///< one of the schema's words
  Place place{};
  std::string function;
  std::vector<Frame> stack;
  Json unknown{};

  bool is_callback() const { return operation == "callback"; }
};

struct Race {
  Access first, second;
  std::string object;
  Json unknown{};
};

struct CompilerNote {
  std::string file;
  std::uint64_t line = 0;
  std::string message;
  Json unknown{};
};

/// `file` is empty for errors of the linker.
struct CompilerError {
  std::string file;
  std::uint64_t line = 0, column = 0;
  std::string message, source;
  std::vector<CompilerNote> notes{};
  Json unknown{};
};

struct Failure {
  Verdict verdict = Verdict::internal_error;
  std::string message;      ///< one line
  std::string explanation;  ///< a paragraph in plain words
  std::optional<std::string> expected{}, got{}, scenario{};
  std::vector<Parameter> instance{};
  std::optional<std::uint64_t> schedule{};
  std::optional<std::uint64_t> preemptions{};
  std::optional<std::string> replay{};
  std::vector<Thread> threads{};
  std::vector<Step> events{};
  std::vector<Waiting> waiting_for{};
  std::uint64_t events_omitted = 0;
  std::string output{};
  std::optional<Race> race{};
  std::optional<std::vector<CompilerError>> compiler_errors{};
  std::optional<std::uint64_t> compiler_errors_omitted{};
  std::vector<std::string> hints{};
  Json unknown{};
};

/// What `kata explore` ran, and how it was built.
struct ExploredProgram {
  std::vector<std::string> files, flags, arguments;
  std::string races;
  std::optional<std::string> exit_status{};
  std::optional<double> late{};
  Json unknown{};
};

struct Result {
  std::string problem, submission;
  Verdict verdict = Verdict::internal_error;
  std::vector<Warning> warnings{};
  std::uint64_t seed = 0;
  std::string strategy{};
  Schedules schedules{};
  double duration_ms = 0;
  std::optional<std::string> fingerprint{};  ///< a hash of all schedules, for tests of determinism
  std::optional<Statistics> stats{};
  std::optional<Failure> failure{};  ///< there is one unless the verdict is accepted
  std::optional<Confidence> confidence{};
  std::optional<double> peak_memory_mb{};
  std::optional<std::string> engine{}, sanitizer{};
  std::optional<double> compile_ms{}, elapsed_ms{};
  std::optional<ExploredProgram> program{};
  Json unknown{};

  bool passed() const { return verdict == Verdict::accepted; }
  bool is_native() const { return engine == "native"; }
};

}  // namespace grader
