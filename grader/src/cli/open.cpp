// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/errors.hpp"
#include "base/text.hpp"
#include "cli/student.hpp"

namespace grader::cli {

namespace {

std::string editor() {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return "";
}

// How this editor is told to begin at a line.
std::string with_line(const std::string& editor, const std::string& file, std::uint64_t line) {
  const std::string quoted = shell_quote(file);
  if (line == 0) return editor + " " + quoted;
  const std::string program = editor.substr(0, editor.find(' '));
  const std::string name = program.substr(program.rfind('/') + 1);
  if (name == "code" || name == "codium" || name == "cursor") {
    return fmt::format("{} -g {}", editor, shell_quote(fmt::format("{}:{}", file, line)));
  }
  if (name == "subl" || name == "zed" || name == "hx") {
    return editor + " " + shell_quote(fmt::format("{}:{}", file, line));
  }
  return fmt::format("{} +{} {}", editor, line, quoted);
}

}  // namespace

ExitStatus run_command(const Open& command, const Workplace& at) {
  const workbook::Workbook& workbook = at.grader.workbook();
  const workbook::Problem problem = kata_meant(at, command.target);
  const std::string file = path_from_here(problem.stub());
  const std::string chosen = editor();
  if (chosen.empty()) {
    throw UsageError(
        "no editor is chosen. Set EDITOR, for example: export EDITOR=nano. The file is " + file);
  }
  const workbook::Progress progress(workbook);
  const bool failed = progress.standing(problem) == workbook::Standing::rejected;
  const std::string line = with_line(chosen, file, failed ? progress.of(problem.slug).line : 0);
  execl("/bin/sh", "sh", "-c", line.c_str(), static_cast<char*>(nullptr));
  throw InternalError(std::string("the editor cannot be started: ") + std::strerror(errno));
}

}  // namespace grader::cli
