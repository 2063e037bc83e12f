// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "grading/parallel.hpp"
#include "report/comparison.hpp"
#include "workbook/find.hpp"

namespace grader::cli {

ExitStatus run_command(const Compare& command, const Workplace& at) {
  const workbook::Workbook& workbook = at.grader.workbook();
  const workbook::Problem problem = workbook::find_problem(workbook, command.slug);
  std::vector<grading::Submission> submissions = {
      choose_submission(at, problem, command.submission)};
  std::vector<std::string> names = {"your answer"};
  for (const workbook::Answer& answer : workbook.answers(command.slug)) {
    if (answer.verdict != "accepted") continue;
    submissions.push_back({answer.file, workbook::shown_path(answer.file, workbook.root())});
    names.push_back(answer.name.substr(answer.name.find('/') + 1));
  }
  std::vector<Result> results(submissions.size());
  grading::in_parallel(
      submissions.size(), grading::processors(),
      [&](std::size_t i) {
        results[i] = at.grader.grade(problem, submissions[i], command.options);
      },
      [](std::size_t) {});

  at.console.out(report::render_comparison(problem.slug, names, results, at.console.style()));
  if (submissions.size() == 1) {
    at.console.out("There are no accepted answers in solutions/ to compare with.\n");
  }
  return exit_status_of(results[0].verdict);
}

}  // namespace grader::cli
