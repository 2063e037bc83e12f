// SPDX-License-Identifier: MIT
// The command `kata`: finds the workbook, runs the command, turns every end into an exit status.
#include <signal.h>

#include <cstdio>
#include <exception>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "compile/other_compiler.hpp"

namespace {

using grader::ExitStatus;

volatile sig_atomic_t interrupted_by = SIGINT;

void on_interrupt(int number) {
  interrupted_by = number;
  grader::run::interrupt();
}

ExitStatus run(int count, char** words) {
  // Help and wrong options need no build.
  const auto parsed = grader::cli::parse_command_line(count, words, KATA_VERSION);
  if (const auto* status = std::get_if<ExitStatus>(&parsed)) return *status;

  for (const int number : {SIGINT, SIGTERM, SIGHUP}) signal(number, on_interrupt);
  grader::remove_abandoned_directories();
  using grader::compile::Toolchain;
  Toolchain toolchain = Toolchain::load(Toolchain::default_file());
  using grader::cli::Command;
  const std::string compiler = grader::cli::compiler_for(std::get<Command>(parsed));
  if (!compiler.empty()) toolchain = grader::compile::with_compiler(toolchain, compiler);
  const grader::workbook::Workbook workbook(toolchain.source_dir);
  const grader::grading::Grader judge(toolchain, workbook);
  grader::cli::Console console(workbook.root(), compiler);
  return std::visit(
      [&](const auto& command) {
        return grader::cli::run_command(command, {judge, console});
      },
      std::get<Command>(parsed));
}

ExitStatus fail(ExitStatus status, const std::string& message) {
  std::fprintf(stderr, "kata: %s\n", grader::printable(message, true).c_str());
  return status;
}

}  // namespace

int main(int count, char** words) {
  ExitStatus status{};
  try {
    status = run(count, words);
  } catch (const grader::UsageError& error) {
    status = fail(ExitStatus::used_wrongly, error.what());
  } catch (const grader::Interrupted&) {
    return 128 + interrupted_by;  // as shells have it: 130 for Ctrl-C
  } catch (const std::exception& error) {
    status = fail(ExitStatus::could_not_judge, error.what());
  }
  return static_cast<int>(status);
}
