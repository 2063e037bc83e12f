// SPDX-License-Identifier: MIT
#include "cli/student.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "base/errors.hpp"
#include "base/text.hpp"
#include "workbook/find.hpp"
#include "workbook/front_page.hpp"
#include "workbook/statement.hpp"

namespace grader::cli {

namespace {

namespace fs = std::filesystem;

// Where in the stub the last failure was; 0 if it was elsewhere.
std::uint64_t line_of(const Result& result) {
  if (!result.failure) return 0;
  const Failure& failure = *result.failure;
  if (failure.compiler_errors) {
    for (const CompilerError& error : *failure.compiler_errors) {
      if (error.line > 0 && result.submission.ends_with(error.file)) return error.line;
    }
  }
  for (auto step = failure.events.rbegin(); step != failure.events.rend(); ++step) {
    if (step->place.line > 0 && result.submission.ends_with(step->place.file)) {
      return step->place.line;
    }
  }
  return 0;
}

}  // namespace

std::optional<workbook::Problem> next_unsolved(const workbook::Workbook& workbook) {
  const workbook::Progress progress(workbook);
  for (const workbook::Problem& problem : workbook::in_order(workbook)) {
    if (progress.standing(problem) != workbook::Standing::accepted) return problem;
  }
  return std::nullopt;
}

workbook::Problem kata_meant(const Workplace& at, const std::optional<std::string>& target) {
  const workbook::Workbook& workbook = at.grader.workbook();
  if (target) return workbook::find_problem(workbook, *target);
  try {
    return workbook::find_problem(workbook, ".");
  } catch (const UsageError&) {  // the current directory is no kata's
  }
  if (const auto next = next_unsolved(workbook)) return *next;
  throw UsageError("every kata is solved, so name one. `kata list` shows all.");
}

void note_verdict(const Workplace& at, const workbook::Problem& problem, const std::string& content,
                  const Result& result) {
  const bool stub = result.submission == at.grader.stub(problem).shown;
  const bool judged = judgement_of(result.verdict) != Judgement::not_judged;
  if (!stub || !judged || content.empty() || result.is_native()) return;
  if (result.passed() && result.schedules.run < problem.schedules) return;
  workbook::Progress progress(at.grader.workbook());
  workbook::Record record = progress.of(problem.slug);
  if (record.verdict != result.verdict) record.hints_shown = 0;
  record.content = content;
  record.verdict = result.verdict;
  record.line = line_of(result);
  record.hints = result.failure ? result.failure->hints : std::vector<std::string>{};
  progress.note(problem.slug, record);
}

bool confirmed(const Workplace& at, const std::string& question) {
  if (isatty(STDIN_FILENO) != 1) return false;
  at.console.out(question + " [y/N] ");
  std::string line;
  std::getline(std::cin, line);
  return !line.empty() && (line.front() == 'y' || line.front() == 'Y');
}

std::string how_to_begin(const Workplace& at, const workbook::Problem& problem) {
  const std::string& launcher = at.console.style().launcher;
  return fmt::format(
      "  the statement   {} show {}\n"
      "  your file       {}\n"
      "  the verdict     {} grade {}\n",
      launcher, problem.slug, path_from_here(problem.stub()), launcher, problem.slug);
}

std::string path_from_here(const fs::path& path) {
  std::error_code error;
  const fs::path near = fs::proximate(path, error);
  return error ? path.string() : near.string();
}

}  // namespace grader::cli
