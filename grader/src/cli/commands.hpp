// SPDX-License-Identifier: MIT
// What each command does. Each is in a file of its name; UsageError and InternalError leave them.
#pragma once

#include "base/exit_status.hpp"
#include "cli/console.hpp"
#include "grading/grader.hpp"
#include "options/command_line.hpp"

namespace grader::cli {

/// What commands work with.
struct Workplace {
  const grading::Grader& grader;
  Console& console;
};

ExitStatus run_command(const List& command, const Workplace& at);
ExitStatus run_command(const Next& command, const Workplace& at);
ExitStatus run_command(const Show& command, const Workplace& at);
ExitStatus run_command(const Grade& command, const Workplace& at);
ExitStatus run_command(const Watch& command, const Workplace& at);
ExitStatus run_command(const Hint& command, const Workplace& at);
ExitStatus run_command(const Open& command, const Workplace& at);
ExitStatus run_command(const Reset& command, const Workplace& at);
ExitStatus run_command(const ShowProgress& command, const Workplace& at);
ExitStatus run_command(const Solution& command, const Workplace& at);
ExitStatus run_command(const Replay& command, const Workplace& at);
ExitStatus run_command(const Explore& command, const Workplace& at);
ExitStatus run_command(const Bench& command, const Workplace& at);
ExitStatus run_command(const Compare& command, const Workplace& at);
ExitStatus run_command(const New& command, const Workplace& at);
ExitStatus run_command(const Check& command, const Workplace& at);
ExitStatus run_command(const Mutate& command, const Workplace& at);
ExitStatus run_command(const Crosscheck& command, const Workplace& at);
ExitStatus run_command(const Test& command, const Workplace& at);
ExitStatus run_command(const Doctor& command, const Workplace& at);
ExitStatus run_command(const Judges& command, const Workplace& at);

/// The submission to judge: `file`, or the problem's stub. Throws UsageError if `file` was named
/// and cannot be read.
grading::Submission choose_submission(const Workplace& at, const workbook::Problem& problem,
                                      const std::optional<std::string>& file);

/// Writes `text` to the file `target`; "-" is standard output. Throws UsageError if it cannot.
void write_text(const Workplace& at, const std::string& text, const std::string& target);

/// Throws UsageError if write_text() could not write to `target`, so that a command says so before
/// its work and not after it. Leaves what `target` holds as it is.
void expect_writable(const std::string& target);

/// Returns whether one of `reports` goes to standard output, where then nothing else may go. Throws
/// UsageError if two do, or if one of the files cannot be written.
bool take_stdout(const std::vector<ReportFile>& reports);

/// Writes `results` in each of the formats. Throws UsageError if a file cannot be written.
void write_reports(const Workplace& at, const std::vector<Result>& results,
                   const std::vector<ReportFile>& reports);

/// What `kata check` found.
struct CheckCount {
  std::size_t passed = 0;
  std::size_t failed = 0;
  bool could_not_judge = false;
};
CheckCount check_workbook(const Check& command, const Workplace& at);

}  // namespace grader::cli
