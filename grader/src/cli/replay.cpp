// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "base/errors.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "report/terminal.hpp"

namespace grader::cli {

ExitStatus run_command(const Replay& command, const Workplace& at) {
  const std::size_t colon = command.token.find(':');
  const std::string token = colon == std::string::npos ? "" : command.token.substr(colon + 1);
  constexpr const char* letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
  if (token.empty() || token.find_first_not_of(letters) != std::string::npos) {
    throw UsageError(
        fmt::format("'{}' is no replay token. It looks like foo_bar:AQoBAgM; paste the "
                    "whole line that a report ends with.",
                    printable(cut(command.token, 60))));
  }
  const workbook::Problem problem = at.grader.workbook().problem(command.token.substr(0, colon));
  grading::Options options;
  options.replay = token;
  const bool quiet = take_stdout(command.reports);
  const Result result =
      at.grader.grade(problem, choose_submission(at, problem, command.submission), options);
  write_reports(at, {result}, command.reports);
  if (!quiet) {
    std::string text = report::render_result(result, at.console.style());
    if (result.passed()) {
      text += fmt::format("\n  This one schedule passes. For all of them: {} grade {}\n",
                          at.console.style().launcher, problem.slug);
    }
    at.console.out(text);
  }
  return exit_status_of(result.verdict);
}

}  // namespace grader::cli
