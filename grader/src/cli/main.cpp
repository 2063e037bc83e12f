// SPDX-License-Identifier: MIT
// The command `kata`: finds the workbook, runs the command, turns every end into an exit status.
#include <signal.h>
#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>
#include <string_view>
#include <vector>

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

// A build that was copied or moved would judge with the files of its old place.
void expect_at_home(const grader::compile::Toolchain& toolchain) {
  if (getenv("KATA_TOOLCHAIN") != nullptr) return;
  std::error_code error;
  if (std::filesystem::equivalent(toolchain.file.parent_path(), toolchain.build_dir, error)) return;
  throw grader::InternalError("this build was made for another place, " +
                              toolchain.build_dir.string() +
                              ". Start the command as grader/kata, which builds it for this one");
}

// `help COMMAND` is `COMMAND --help`.
std::vector<char*> without_help_command(int count, char** words) {
  static char option[] = "--help";
  std::vector<char*> all(words, words + count);
  if (count > 1 && std::string_view(words[1]) == "help") {
    all.erase(all.begin() + 1);
    all.push_back(option);
  }
  return all;
}

ExitStatus run(int count, char** given) {
  std::vector<char*> words = without_help_command(count, given);
  // Help and wrong options need no build.
  const auto parsed =
      grader::cli::parse_command_line(static_cast<int>(words.size()), words.data(), KATA_VERSION);
  if (const auto* status = std::get_if<ExitStatus>(&parsed)) return *status;

  for (const int number : {SIGINT, SIGTERM, SIGHUP}) signal(number, on_interrupt);
  // As a process may inherit them: no child could be waited for, a full file would end the grader.
  signal(SIGCHLD, SIG_DFL);
  signal(SIGXFSZ, SIG_IGN);
  // What children write is the user's to read, whatever files of others' are to be.
  umask(umask(0) & 077);
  grader::remove_abandoned_directories();
  using grader::compile::Toolchain;
  Toolchain toolchain = Toolchain::load(Toolchain::default_file());
  expect_at_home(toolchain);
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
  } catch (const std::bad_alloc&) {
    status = fail(ExitStatus::could_not_judge,
                  "there is no memory left. Look at what is free, and at ulimit -v and -d");
  } catch (const std::exception& error) {
    status = fail(ExitStatus::could_not_judge, error.what());
  }
  return static_cast<int>(status);
}
