// SPDX-License-Identifier: MIT
// The command line as a value: which command, with which options.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/exit_status.hpp"
#include "grading/options.hpp"
#include "grading/program.hpp"
#include "report/format.hpp"

namespace grader::cli {

struct List {
  bool markdown = false;  ///< as the table of problems/README.md
  bool write = false;     ///< into it
};

/// The first kata that is not solved.
struct Next {};

/// A kata's statement. Without a target, here and below: see kata_meant().
struct Show {
  std::optional<std::string> target;
};

struct Hint {
  std::optional<std::string> target;
  bool all = false;  ///< and not the next one only
};

struct ShowProgress {};

struct Reset {
  std::optional<std::string> target;
};

struct Solution {
  std::optional<std::string> target;
  bool yes = false;  ///< also while it is not solved
};

struct Open {
  std::optional<std::string> target;
};

struct Watch {
  std::optional<std::string> target;
  bool poll = false;  ///< for file systems that report no changes
};

struct New {
  std::string slug;
};

/// A report that the user asked for, and where it goes; "-" is standard output.
struct ReportFile {
  const report::Format* format;
  std::string target;
};

struct Grade {
  std::vector<std::string> targets;  ///< slugs, or files named like a slug
  bool all = false;
  std::optional<std::string> submission;  ///< instead of the stub
  grading::Options options;
  std::vector<ReportFile> reports;
  std::optional<std::string> compiler;  ///< instead of the one that built us
};

struct Replay {
  std::string token;  ///< slug:TOKEN
  std::optional<std::string> submission;
  std::vector<ReportFile> reports;
  std::optional<std::string> compiler;  ///< instead of the one that built us
};

struct Compare {
  std::string slug;
  std::optional<std::string> submission;
  grading::Options options;
  std::optional<std::string> compiler;  ///< instead of the one that built us
};

struct Check {
  std::vector<std::string> slugs;  ///< empty: all
  std::uint64_t seeds = 1;
  grading::Options options;             ///< its seed is the first of `seeds`
  std::size_t jobs = 0;                 ///< 0: as many as there are processors
  std::optional<std::string> compiler;  ///< instead of the one that built us
};

struct Mutate {
  std::vector<std::string> slugs;
  bool all = false;
  std::optional<std::string> only;  ///< one accepted answer, as a file or its name
  grading::Options options;
  std::size_t jobs = 0;  ///< 0: as many as there are processors
  std::optional<std::string> json;
  std::optional<std::string> compiler;  ///< instead of the one that built us
};

struct Crosscheck {
  std::vector<std::string> slugs;
  bool all = false;
  std::vector<std::string> sanitizers = {"none", "thread"};  ///< a native run with each
  std::uint64_t schedules = grading::native_schedules;       ///< of each native run
  std::uint64_t seed = 1;
  double time_limit = 20;  ///< seconds for the schedules of one native run
  std::size_t jobs = 0;    ///< 0: as many as there are processors
  std::optional<std::string> json;
};

struct Test {
  std::size_t jobs = 0;
};

struct Explore {
  grading::ProgramRun run;
  std::optional<std::string> replay;
  std::vector<ReportFile> reports;
  std::optional<std::string> compiler;  ///< instead of the one that built us
};

/// The names of the engine's strategies, the default first.
std::vector<std::string> strategy_names();

struct Bench {
  std::string name;
  std::uint64_t seeds = 50;
  std::uint64_t schedules = grading::default_schedules;
  /// For the right programs, each of whose seeds costs all its schedules.
  std::uint64_t right_seeds = 20;
  std::uint64_t right_schedules = 10'000;
  std::vector<std::string> strategies = strategy_names();
  std::vector<std::string> only;  ///< programs or families; empty: all
  double time_limit = 3600;       ///< seconds for one program with one strategy
  std::size_t jobs = 1;
  std::optional<std::string> json;
};

struct Doctor {
  std::optional<std::string> compiler;
};

/// Compiles the judges of all katas, which the build does once, so that no verdict has to.
struct Judges {};

using Command =
    std::variant<List, Next, Show, Grade, Watch, Hint, Replay, Open, Reset, ShowProgress, Compare,
                 Solution, New, Check, Mutate, Crosscheck, Test, Explore, Bench, Doctor, Judges>;

/// The compiler that the command, or else KATA_CXX, names for submissions; empty: the one that
/// built us. Empty as well for commands that compile none.
std::string compiler_for(const Command& command);

/// Either what to do, or that the user was already told (help, version, a wrong option), with the
/// exit status.
std::variant<Command, ExitStatus> parse_command_line(int count, const char* const* words,
                                                     const std::string& version);

}  // namespace grader::cli
