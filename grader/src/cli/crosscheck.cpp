// SPDX-License-Identifier: MIT
// The workbook's answers under both engines: an error of one is not likely to be an error of the
// other, because they have no code in common.
#include <fmt/format.h>

#include "base/errors.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "grading/parallel.hpp"
#include "report/crosscheck.hpp"
#include "workbook/find.hpp"

namespace grader::cli {

namespace {

struct Item {
  workbook::Problem problem;
  grading::Submission submission;
};

std::vector<Item> items_of(const Crosscheck& command, const Workplace& at,
                           std::vector<report::Crosschecked>& answers) {
  const workbook::Workbook& workbook = at.grader.workbook();
  if (command.all != command.slugs.empty()) {
    throw UsageError(
        "name katas or give --all: `kata crosscheck foo_bar`, `kata crosscheck --all`.");
  }
  std::vector<Item> items;
  for (const std::string& slug : command.all ? workbook.slugs() : command.slugs) {
    const workbook::Problem problem = workbook::find_problem(workbook, slug);
    for (const workbook::Answer& answer : workbook.answers(problem.slug)) {
      items.push_back({problem, {answer.file, workbook::shown_path(answer.file, workbook.root())}});
      report::Crosschecked fresh;
      fresh.name = problem.slug + "/" + answer.name;
      fresh.filed = answer.verdict;
      answers.push_back(std::move(fresh));
    }
  }
  if (items.empty()) throw UsageError("solutions/ has no answers to compare.");
  return items;
}

report::Opinion opinion_of(const Result& result) {
  report::Opinion opinion{result.verdict, "", result.schedules.run,
                          result.elapsed_ms.value_or(0) / 1000};
  if (result.failure) {
    opinion.message = result.failure->message;
    opinion.run = result.failure->schedule.value_or(opinion.run);
  }
  return opinion;
}

// The engines of one answer, one after the other: the controlled one, then natively with each
// sanitizer.
report::Opinion judge(const Item& item, std::size_t engine, const Crosscheck& command,
                      const Workplace& at) {
  grading::Options options;
  options.seed = command.seed;
  if (engine > 0) {
    options.engine = "native";
    options.sanitizer = command.sanitizers[engine - 1];
    options.schedules = command.schedules;
    options.time_limit = command.time_limit;
  }
  return opinion_of(at.grader.grade(item.problem, item.submission, options));
}

}  // namespace

ExitStatus run_command(const Crosscheck& command, const Workplace& at) {
  if (command.json) expect_writable(*command.json);
  std::vector<report::Crosschecked> answers;
  const std::vector<Item> items = items_of(command, at, answers);
  const bool only_json = command.json == "-";
  const report::Style& style = at.console.style();
  const std::size_t engines = 1 + command.sanitizers.size();
  for (report::Crosschecked& answer : answers) {
    for (const std::string& sanitizer : command.sanitizers)
      answer.native.push_back({sanitizer, {}});
  }
  Progress progress(at.console, "", "runs", items.size() * engines);
  grading::in_parallel(
      items.size() * engines, command.jobs == 0 ? grading::processors() : command.jobs,
      [&](std::size_t i) {
        report::Opinion opinion = judge(items[i / engines], i % engines, command, at);
        report::Crosschecked& answer = answers[i / engines];
        (i % engines == 0 ? answer.controlled : answer.native[i % engines - 1].opinion) =
            std::move(opinion);
      },
      [&](std::size_t i) {
        if ((i + 1) % engines != 0 || only_json) return progress.at(i + 1);
        const std::string total = std::to_string(items.size());
        at.console.out(fmt::format("[{:>{}}/{}] {}", i / engines + 1, total.size(), total,
                                   report::render_crosschecked(answers[i / engines], style)));
      });
  if (command.json) {
    write_text(at, dump(report::crosscheck_json(answers), 2) + "\n", *command.json);
  }
  if (!only_json) at.console.out(report::render_crosscheck(answers, style));
  auto status = ExitStatus::accepted;
  for (const report::Crosschecked& answer : answers) {
    if (report::disagrees(answer)) status = worst(status, ExitStatus::rejected);
    if (report::not_judged(answer)) status = worst(status, ExitStatus::could_not_judge);
  }
  return status;
}

}  // namespace grader::cli
