// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/student.hpp"

namespace grader::cli {

ExitStatus run_command(const Next&, const Workplace& at) {
  const auto problem = next_unsolved(at.grader.workbook());
  if (!problem) {
    at.console.out("Every kata is solved. Well done!\n");
    return ExitStatus::accepted;
  }
  at.console.out(fmt::format("{} — {} ({}{}{})\n{}",
                             at.console.style().paint(report::Color::bold, problem->slug),
                             printable(problem->title), problem->difficulty,
                             problem->difficulty.empty() || problem->chapter.empty() ? "" : ", ",
                             printable(problem->chapter), how_to_begin(at, *problem)));
  return ExitStatus::accepted;
}

}  // namespace grader::cli
