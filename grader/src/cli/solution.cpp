// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "cli/student.hpp"
#include "report/markdown.hpp"

namespace grader::cli {

ExitStatus run_command(const Solution& command, const Workplace& at) {
  const workbook::Workbook& workbook = at.grader.workbook();
  const workbook::Problem problem = kata_meant(at, command.target);
  const auto folder = workbook.root() / "solutions" / problem.slug;
  const auto page = read_file(folder / "README.md", std::size_t{1} << 20);
  if (!page) {
    throw UsageError(
        fmt::format("there is no solutions/{}/README.md: this workbook came without its solutions.",
                    problem.slug));
  }
  const bool solved =
      workbook::Progress(workbook).standing(problem) == workbook::Standing::accepted;
  if (!solved && !command.yes &&
      !confirmed(at, problem.slug + " is not solved yet. Show the editorial all the same?")) {
    at.console.out(
        fmt::format("Not shown, since {} is not solved yet. A hint instead: {} hint {}. "
                    "To read it all the same: {} solution {} --yes\n",
                    problem.slug, at.console.style().launcher, problem.slug,
                    at.console.style().launcher, problem.slug));
    return ExitStatus::accepted;
  }
  std::string text = report::render_markdown(*page, at.console.style());
  text += "\nThe answers themselves: " + path_from_here(folder / "accepted") + "\n";
  at.console.out(text);
  return ExitStatus::accepted;
}

}  // namespace grader::cli
