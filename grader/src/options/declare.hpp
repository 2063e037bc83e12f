// SPDX-License-Identifier: MIT
// How commands are declared to the parser, and the options that several have. A new command adds
// its values to command_line.hpp and its options to the declare_*.cpp of those who use it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "options/command_line.hpp"

namespace CLI {
class App;
}

namespace grader::cli {

inline constexpr const char* exit_statuses =
    "Exit status: 0 accepted, 1 rejected, 2 used wrongly, 3 could not judge.";

/// Declares to `app` the commands of a kind of user, in the order of the help. The parser sets
/// `chosen` to the command that it finds; `chosen` must live as long as `app`.
void declare_for_students(CLI::App& app, Command& chosen);
void declare_for_authors(CLI::App& app, Command& chosen);
void declare_for_engineers(CLI::App& app, Command& chosen);

/// Returns a new command of `app` with its sentence of help and an example.
CLI::App* add_command(CLI::App& app, const char* name, const char* what, const char* example);

// Each of the following adds options whose values the parser writes to its last argument's place,
// which must live as long as `command`.

/// Adds how many schedules are run, and how they are chosen.
void add_exploration(
    CLI::App* command, grading::Options& options,
    const char* schedules =
        "Schedules to run, if not the problem's own number (of a program: 100000)");
void add_compiler(CLI::App* command, std::optional<std::string>& compiler);
void add_submission(CLI::App* command, std::optional<std::string>& submission);
void add_json(CLI::App* command, std::optional<std::string>& json);
/// Adds an option for each format that results can be written in.
void add_reports(CLI::App* command, std::vector<ReportFile>& reports);

}  // namespace grader::cli
