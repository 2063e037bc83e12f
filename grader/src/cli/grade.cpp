// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "base/errors.hpp"
#include "base/text.hpp"
#include "cli/student.hpp"
#include "grading/parallel.hpp"
#include "report/terminal.hpp"
#include "workbook/find.hpp"
#include "workbook/submission_file.hpp"

namespace grader::cli {

namespace {

struct Task {
  workbook::Problem problem;
  grading::Submission submission;
};

// "foo_bar", "FooBar", 1115 and a kata's folder are katas; "foo_bar.hpp" and "/tmp/foo_bar.hpp" are
// files for one.
Task task_for(const Workplace& at, const std::string& target,
              const std::optional<std::string>& submission) {
  const workbook::Workbook& workbook = at.grader.workbook();
  const std::filesystem::path path(target);
  std::error_code error;
  const bool is_file = (path.has_parent_path() || path.extension() == ".hpp") &&
                       !std::filesystem::is_directory(path, error);
  if (!is_file) {
    const workbook::Problem problem = workbook::find_problem(workbook, target);
    return {problem, choose_submission(at, problem, submission)};
  }
  if (submission) throw UsageError("name a kata and --submission, or a file, not two files.");
  const workbook::Problem problem = workbook.problem(path.stem().string());
  return {problem, choose_submission(at, problem, target)};
}

std::vector<Task> tasks_of(const Grade& command, const Workplace& at) {
  std::vector<Task> tasks;
  if (command.all) {
    if (!command.targets.empty()) throw UsageError("name katas or give --all, not both.");
    if (command.submission) throw UsageError("--submission needs the kata that it is for.");
    for (const std::string& slug : at.grader.workbook().slugs()) {
      tasks.push_back(task_for(at, slug, std::nullopt));
    }
    if (tasks.empty()) throw UsageError("there are no katas in problems/.");
    return tasks;
  }
  if (command.targets.empty()) {
    try {
      tasks.push_back(task_for(at, ".", command.submission));
      return tasks;
    } catch (const UsageError&) {  // the current directory is no kata's
      throw UsageError(
          "say what to grade: `kata grade foo_bar`, or `kata grade --all`. "
          "`kata list` shows the katas.");
    }
  }
  if (command.submission && command.targets.size() > 1) {
    throw UsageError("--submission is for one kata, but several are named.");
  }
  for (const std::string& target : command.targets) {
    tasks.push_back(task_for(at, target, command.submission));
  }
  return tasks;
}

}  // namespace

grading::Submission choose_submission(const Workplace& at, const workbook::Problem& problem,
                                      const std::optional<std::string>& file) {
  if (!file) return at.grader.stub(problem);
  const workbook::SubmissionText read = workbook::read_submission(*file);
  if (const auto* unusable = std::get_if<workbook::Unusable>(&read);
      unusable != nullptr && unusable->absent) {
    throw UsageError(unusable->message + ". " + unusable->explanation);
  }
  std::error_code error;
  // The stub under another name is still the stub.
  grading::Submission submission = std::filesystem::equivalent(*file, problem.stub(), error)
                                       ? at.grader.stub(problem)
                                       : grading::Submission{*file, *file};
  submission.content = read;
  return submission;
}

ExitStatus run_command(const Grade& command, const Workplace& at) {
  if (command.options.engine != "native" && command.options.sanitizer != "none") {
    throw UsageError(
        "--sanitize is for --engine native; the controlled engine looks for races itself.");
  }
  if (command.options.engine == "native" && command.options.strategy != "portfolio") {
    throw UsageError("--strategy is for the controlled engine; real threads run as they like.");
  }
  const std::vector<Task> tasks = tasks_of(command, at);
  const bool quiet = take_stdout(command.reports);
  std::vector<Result> results(tasks.size());
  const auto work = [&](std::size_t i) {
    const std::string content = workbook::content_of(tasks[i].problem);
    results[i] = at.grader.grade(tasks[i].problem, tasks[i].submission, command.options);
    note_verdict(at, tasks[i].problem, content, results[i]);
  };
  const auto done = [&](std::size_t i) {
    const report::Style& style = at.console.style();
    if (quiet) {
      if (tasks.size() > 1) at.console.err(report::render_verdict(results[i], {}));
    } else if (command.all) {
      at.console.out(report::render_brief(results[i], style));
    } else {
      at.console.out((i > 0 ? "\n" : "") + report::render_result(results[i], style));
    }
  };
  // One at a time where somebody waits for the first verdict; a batch uses what there is.
  grading::in_parallel(tasks.size(), command.all ? grading::processors() : 1, work, done);

  write_reports(at, results, command.reports);
  auto status = ExitStatus::accepted;
  for (const Result& result : results) status = worst(status, exit_status_of(result.verdict));
  if (!quiet && tasks.size() > 1) {
    at.console.out("\n" + report::render_summary(results));
    if (command.all && status != ExitStatus::accepted) {
      at.console.out(fmt::format("For the schedule that breaks one: {} grade SLUG\n",
                                 at.console.style().launcher));
    }
  }
  return status;
}

}  // namespace grader::cli
