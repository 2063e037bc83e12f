// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "base/errors.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "workbook/front_page.hpp"

namespace grader::cli {

namespace {

std::string katas_as_text(const std::vector<workbook::Problem>& problems,
                          const report::Style& style) {
  if (problems.empty()) return "There are no katas in problems/.\n";
  std::size_t widest = 4;
  for (const workbook::Problem& problem : problems) widest = std::max(widest, problem.slug.size());
  std::string text, chapter;
  for (const workbook::Problem& problem : problems) {
    if (text.empty() || problem.chapter != chapter) {
      chapter = problem.chapter;
      const std::string heading = chapter.empty() ? "(no chapter)" : printable(chapter);
      text += style.paint(report::Color::bold, heading) + "\n";
    }
    const std::string origin =
        problem.leetcode ? fmt::format("  LeetCode {}", *problem.leetcode) : "";
    const std::string title = problem.faults.empty() ? problem.title : problem.faults.front();
    text += fmt::format("  {:<{}}  {:<6}  {}{}\n", problem.slug, widest, problem.difficulty,
                        printable(title), origin);
  }
  return text;
}

}  // namespace

ExitStatus run_command(const List& command, const Workplace& at) {
  const workbook::Workbook& workbook = at.grader.workbook();
  if (command.write) {
    std::filesystem::path page;
    try {
      page = workbook::write_front_page(workbook);
    } catch (const InternalError& error) {
      throw UsageError(error.what());
    }
    at.console.out("Written: " + workbook::shown_path(page, workbook.root()) + "\n");
    for (const std::filesystem::path& stub : workbook::keep_stubs(workbook)) {
      at.console.out("Written: " + workbook::shown_path(stub, workbook.root()) + "\n");
    }
  } else if (command.markdown) {
    at.console.out(workbook::katas_table(workbook));
  } else {
    at.console.out(katas_as_text(workbook::in_order(workbook), at.console.style()));
  }
  return ExitStatus::accepted;
}

}  // namespace grader::cli
