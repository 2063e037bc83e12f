// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "base/files.hpp"
#include "cli/student.hpp"
#include "report/markdown.hpp"
#include "workbook/statement.hpp"

namespace grader::cli {

ExitStatus run_command(const Hint& command, const Workplace& at) {
  const workbook::Workbook& workbook = at.grader.workbook();
  const workbook::Problem problem = kata_meant(at, command.target);
  workbook::Progress progress(workbook);
  workbook::Record record = progress.of(problem.slug);
  // Those that fit the last verdict on what is in the stub now come first.
  std::vector<std::string> hints;
  if (progress.standing(problem) == workbook::Standing::rejected) hints = record.hints;
  const auto page = read_file(problem.directory / "README.md", std::size_t{1} << 20);
  for (const std::string& hint : workbook::read_statement(page.value_or("")).hints) {
    hints.push_back(hint);
  }
  const report::Style& style = at.console.style();
  if (hints.empty()) {
    at.console.out(fmt::format("{} has no hints. Its statement: {} show {}\n", problem.slug,
                               style.launcher, problem.slug));
    return ExitStatus::accepted;
  }
  const std::size_t first =
      command.all ? 0 : static_cast<std::size_t>(record.hints_shown) % hints.size();
  const std::size_t end = command.all ? hints.size() : first + 1;
  std::string text;
  for (std::size_t i = first; i < end; ++i) {
    text += style.paint(report::Color::bold,
                        fmt::format("{}: hint {} of {}", problem.slug, i + 1, hints.size())) +
            "\n" + report::render_markdown(hints[i], style);
  }
  if (!command.all) {
    text += first + 1 < hints.size() ? "\nOnce more for the next one.\n"
                                     : "\nThat was the last one; once more begins again.\n";
    record.hints_shown = first + 1;
    progress.note(problem.slug, record);
  }
  at.console.out(text);
  return ExitStatus::accepted;
}

}  // namespace grader::cli
