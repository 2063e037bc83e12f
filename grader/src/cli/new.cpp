// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "workbook/skeleton.hpp"

namespace grader::cli {

ExitStatus run_command(const New& command, const Workplace& at) {
  const workbook::Workbook& workbook = at.grader.workbook();
  std::string text;
  for (const auto& file : workbook::make_kata(workbook, command.slug)) {
    text += "  " + workbook::shown_path(file, workbook.root()) + "\n";
  }
  if (!workbook.has_solutions()) {
    text += "There is no solutions/, so no place for answers was made.\n";
  }
  const std::string& launcher = at.console.style().launcher;
  at.console.out(
      fmt::format("{}Fill in what is marked {}\nproblems/AUTHORS.md tells how. Then:\n"
                  "  {} list --write\n  {} check {}\n",
                  text, workbook::to_fill_in, launcher, launcher, command.slug));
  return ExitStatus::accepted;
}

}  // namespace grader::cli
