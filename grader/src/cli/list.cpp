// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "base/text.hpp"
#include "cli/commands.hpp"

namespace grader::cli {

ExitStatus run_command(const List&, const Workplace& at) {
  std::map<std::string, std::vector<workbook::Problem>> chapters;
  std::size_t widest = 4;
  for (const std::string& slug : at.grader.workbook().slugs()) {
    workbook::Problem problem = at.grader.workbook().problem(slug);
    widest = std::max(widest, slug.size());
    const std::string chapter = problem.chapter.empty() ? "(no chapter)" : problem.chapter;
    chapters[chapter].push_back(std::move(problem));
  }
  const report::Style& style = at.console.style();
  std::string text;
  for (const auto& [chapter, problems] : chapters) {
    text += style.paint(report::Color::bold, printable(chapter)) + "\n";
    for (const workbook::Problem& problem : problems) {
      const std::string origin =
          problem.leetcode ? fmt::format("  LeetCode {}", *problem.leetcode) : "";
      const std::string title = problem.faults.empty() ? problem.title : problem.faults.front();
      text += fmt::format("  {:<{}}  {:<6}  {}{}\n", problem.slug, widest, problem.difficulty,
                          printable(title), origin);
    }
  }
  if (chapters.empty()) text = "There are no katas in problems/.\n";
  at.console.out(text);
  return ExitStatus::accepted;
}

}  // namespace grader::cli
