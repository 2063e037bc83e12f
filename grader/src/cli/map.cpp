// SPDX-License-Identifier: MIT
// `kata progress`: a map of the workbook.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "cli/student.hpp"
#include "workbook/front_page.hpp"

namespace grader::cli {

namespace {

using report::Color;
using workbook::Standing;

struct Chapter {
  std::string name;
  std::size_t solved = 0, katas = 0;
  std::string rows;
};

std::string row_of(const workbook::Problem& problem, const workbook::Progress& progress,
                   std::size_t widest, const report::Style& style) {
  std::string mark = "·", what = "not begun";
  Color color = Color::faint;
  switch (progress.standing(problem)) {
    case Standing::untouched:
      break;
    case Standing::not_judged:
      mark = "?";
      what = "changed, and not judged since";
      color = Color::yellow;
      break;
    case Standing::rejected:
      mark = "✗";
      what = word_of(progress.of(problem.slug).verdict);
      color = Color::red;
      break;
    case Standing::accepted:
      mark = "✓";
      what = "accepted";
      color = Color::green;
      break;
  }
  return fmt::format("  {} {:<{}}  {:<6}  {}\n", style.paint(color, mark), problem.slug, widest,
                     problem.difficulty, style.paint(color, what));
}

}  // namespace

ExitStatus run_command(const ShowProgress&, const Workplace& at) {
  const workbook::Workbook& workbook = at.grader.workbook();
  const workbook::Progress progress(workbook);
  const report::Style& style = at.console.style();
  const std::vector<workbook::Problem> problems = workbook::in_order(workbook);
  std::size_t widest = 0, solved = 0;
  for (const workbook::Problem& problem : problems) widest = std::max(widest, problem.slug.size());
  std::vector<Chapter> chapters;
  for (const workbook::Problem& problem : problems) {
    if (chapters.empty() || chapters.back().name != problem.chapter) {
      chapters.push_back({.name = problem.chapter, .rows = ""});
    }
    Chapter& chapter = chapters.back();
    ++chapter.katas;
    const bool accepted = progress.standing(problem) == Standing::accepted;
    chapter.solved += accepted ? 1 : 0;
    solved += accepted ? 1 : 0;
    chapter.rows += row_of(problem, progress, widest, style);
  }
  std::string text;
  for (const Chapter& chapter : chapters) {
    const std::string name = chapter.name.empty() ? "(no chapter)" : printable(chapter.name);
    text += fmt::format("{}  {} of {}\n{}", style.paint(Color::bold, name), chapter.solved,
                        chapter.katas, chapter.rows);
  }
  text += fmt::format("\n{} of {} solved.", solved, problems.size());
  if (solved < problems.size()) text += fmt::format(" The next one: {} next", style.launcher);
  at.console.out(text + "\n");
  return ExitStatus::accepted;
}

}  // namespace grader::cli
