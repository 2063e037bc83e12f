// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "cli/student.hpp"
#include "report/markdown.hpp"
#include "workbook/statement.hpp"

namespace grader::cli {

ExitStatus run_command(const Show& command, const Workplace& at) {
  const workbook::Problem problem = kata_meant(at, command.target);
  const auto page = read_file(problem.directory / "README.md", std::size_t{1} << 20);
  if (!page) throw InternalError("problems/" + problem.slug + "/README.md cannot be read");
  const workbook::Statement statement = workbook::read_statement(*page);
  const report::Style& style = at.console.style();
  std::string text = report::render_markdown(statement.text, style);
  text += fmt::format("\n{}\n{}", style.paint(report::Color::bold, "How to go on"),
                      how_to_begin(at, problem));
  if (!statement.hints.empty()) {
    text += fmt::format("  a hint          {} hint {}   ({} of them, one at a time)\n",
                        style.launcher, problem.slug, statement.hints.size());
  }
  at.console.out(text);
  return ExitStatus::accepted;
}

}  // namespace grader::cli
