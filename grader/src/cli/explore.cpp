// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <unistd.h>

#include "base/errors.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "grading/program.hpp"
#include "report/terminal.hpp"

namespace grader::cli {

namespace {

void check_files(const std::vector<std::filesystem::path>& files) {
  for (const std::filesystem::path& file : files) {
    const std::string name = printable(file.string());
    std::error_code error;
    if (!std::filesystem::exists(file, error)) throw UsageError("there is no file " + name);
    if (!std::filesystem::is_regular_file(file, error)) throw UsageError(name + " is no file");
    if (access(file.c_str(), R_OK) != 0) throw UsageError(name + " cannot be read");
    if (!compile::is_program_source(file)) {
      throw UsageError(name + " is no C or C++ source file by its name (.c, .cc, .cpp, .cxx)");
    }
  }
}

void check_token(const std::string& token) {
  constexpr const char* letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
  if (token.empty() || token.find_first_not_of(letters) != std::string::npos) {
    throw UsageError(
        fmt::format("'{}' is no replay token; paste the whole line that a report ends with.",
                    printable(cut(token, 60))));
  }
}

}  // namespace

ExitStatus run_command(const Explore& command, const Workplace& at) {
  const grading::ProgramRun& run = command.run;
  check_files(run.sources.files);
  if (command.replay) check_token(*command.replay);
  const bool quiet = take_stdout(command.reports);
  const bool color = at.console.style().color && isatty(STDERR_FILENO) == 1;
  const compile::Program program =
      compile::compile_program(at.grader.toolchain(), run.sources, color);
  at.console.err(program.diagnostics);
  if (program.executable.empty()) {
    throw UsageError(printable(run.sources.files.front().string()) + " does not compile");
  }
  grading::ProgramRun whole = run;
  whole.options.replay = command.replay.value_or("");
  const Result result = grading::run_program(at.grader.toolchain(), program, whole);
  write_reports(at, {result}, command.reports);
  if (!quiet) {
    std::string text = report::render_result(result, at.console.style());
    if (command.replay && result.passed()) {
      text += "\n  This one schedule finds nothing. For all of them, leave out --replay.\n";
    }
    at.console.out(text);
  }
  return exit_status_of(result.verdict);
}

}  // namespace grader::cli
