// SPDX-License-Identifier: MIT
// Puts small mistakes into the accepted answers and asks the judge: one that it does not see is a
// hole in a harness, in the engine, or no mistake, which an author writes down with the reason.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "grading/parallel.hpp"
#include "mutate/table.hpp"
#include "workbook/find.hpp"

namespace grader::cli {

namespace {

namespace fs = std::filesystem;

struct Piece {
  std::string answer, file;
  mutate::Mutant mutant;  ///< without an operator: the answer itself
};

struct Work {
  workbook::Problem problem;
  mutate::Ledger ledger;
  std::vector<std::string> answers;
  std::vector<Piece> pieces;
};

bool is_wanted(const Mutate& command, const fs::path& file) {
  if (!command.only) return true;
  std::error_code error;
  return fs::equivalent(*command.only, file, error) || file.filename() == *command.only ||
         file.stem() == *command.only;
}

Work work_for(const std::string& slug, const Mutate& command, const Workplace& at) {
  const workbook::Workbook& workbook = at.grader.workbook();
  Work work;
  work.problem = workbook::find_problem(workbook, slug);
  const fs::path ledger = workbook.ledger(work.problem.slug);
  if (const auto text = read_file(ledger)) {
    work.ledger = mutate::read_ledger(*text);
    if (!work.ledger.faults.empty()) {
      throw UsageError(fmt::format("{} {}", workbook::shown_path(ledger, workbook.root()),
                                   work.ledger.faults.front()));
    }
  }
  for (const workbook::Answer& answer : workbook.answers(work.problem.slug)) {
    if (answer.verdict != "accepted" || !is_wanted(command, answer.file)) continue;
    const std::string stem = answer.file.stem().string();
    const std::string shown = workbook::shown_path(answer.file, workbook.root());
    const auto text = read_file(answer.file);
    if (!text) throw UsageError("cannot read " + shown);
    work.answers.push_back(stem);
    mutate::Mutant original;
    original.text = *text;
    work.pieces.push_back({stem, shown, std::move(original)});
    for (mutate::Mutant& mutant : mutate::mutants_of(*text)) {
      work.pieces.push_back({stem, shown, std::move(mutant)});
    }
  }
  return work;
}

std::vector<Work> all_work(const Mutate& command, const Workplace& at) {
  if (command.all != command.slugs.empty()) {
    throw UsageError("say which answers to mutate: `kata mutate foo_bar`, or `kata mutate --all`.");
  }
  if (!at.grader.workbook().has_solutions()) {
    throw UsageError("there is no solutions/ here, so there are no accepted answers to mutate.");
  }
  std::vector<Work> all;
  bool any = false;
  for (const std::string& slug : command.all ? at.grader.workbook().slugs() : command.slugs) {
    all.push_back(work_for(slug, command, at));
    any = any || !all.back().answers.empty();
  }
  if (!any && command.only) {
    throw UsageError("no accepted answer of these katas is called '" + printable(*command.only) +
                     "'. Name a file of solutions/SLUG/accepted/.");
  }
  if (!any) throw UsageError("there are no accepted answers to mutate.");
  return all;
}

mutate::Judged judge(const Work& work, const Piece& piece, const Mutate& command,
                     const grading::Grader& grader) {
  const PrivateDirectory directory;
  const fs::path file = directory.path() / "mutant.hpp";
  write_file(file, piece.mutant.text);
  const Result result = grader.grade(work.problem, {file, "mutant.hpp"}, command.options);
  mutate::Judged judged;
  judged.answer = piece.answer;
  judged.file = piece.file;
  judged.mutant = piece.mutant;
  judged.mutant.text.clear();  // there may be thousands
  judged.verdict = result.verdict;
  if (result.failure) judged.schedule = result.failure->schedule.value_or(0);
  for (const Warning& warning : result.warnings) {
    auto& kinds = judged.warnings;
    if (std::find(kinds.begin(), kinds.end(), warning.kind) == kinds.end()) {
      kinds.push_back(warning.kind);
    }
  }
  return judged;
}

mutate::Outcome run_work(const Work& work, const Mutate& command, const Workplace& at) {
  std::vector<mutate::Judged> judged(work.pieces.size());
  const std::size_t jobs = command.jobs == 0 ? grading::processors() : command.jobs;
  Progress progress(at.console, work.problem.slug + ": ", "mutants", work.pieces.size());
  grading::in_parallel(
      work.pieces.size(), jobs,
      [&](std::size_t i) { judged[i] = judge(work, work.pieces[i], command, at.grader); },
      [&](std::size_t i) {
        const bool original = work.pieces[i].mutant.operation.empty();
        // Whatever is made of an answer that is rejected itself is rejected for that alone.
        if (original && judged[i].verdict != Verdict::accepted) {
          throw UsageError(
              fmt::format("{} is itself {}, so its mutants would say nothing. See: "
                          "kata check {}",
                          work.pieces[i].file, word_of(judged[i].verdict), work.problem.slug));
        }
        progress.at(i + 1);
      });
  judged.erase(
      std::remove_if(judged.begin(), judged.end(),
                     [](const mutate::Judged& one) { return one.mutant.operation.empty(); }),
      judged.end());
  return mutate::judge_outcome(work.problem.slug, std::move(judged), work.ledger, work.answers);
}

}  // namespace

ExitStatus run_command(const Mutate& command, const Workplace& at) {
  if (command.json) expect_writable(*command.json);
  auto status = ExitStatus::accepted;
  Json report = {{"schema", "kata/mutants/1"}, {"katas", Json::array()}};
  for (const Work& work : all_work(command, at)) {
    if (work.pieces.empty()) continue;
    const mutate::Outcome outcome = run_work(work, command, at);
    if (command.json != "-") at.console.out(mutate::render(outcome) + "\n");
    report["katas"].push_back(mutate::to_json(outcome));
    if (outcome.all.survived > 0 || !outcome.stale.empty()) {
      status = worst(status, ExitStatus::rejected);
    }
    if (outcome.all.not_judged > 0) status = worst(status, ExitStatus::could_not_judge);
  }
  if (command.json) write_text(at, dump(report, 2) + "\n", *command.json);
  if (status == ExitStatus::rejected && command.json != "-") {
    at.console.out(
        "A survivor is a hole, to be mended in the harness, or no mistake: then write it down, "
        "with the reason,\nin solutions/SLUG/mutants.json (grader/src/mutate/README.md says "
        "how).\n");
  }
  return status;
}

}  // namespace grader::cli
