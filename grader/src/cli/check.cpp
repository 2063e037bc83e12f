// SPDX-License-Identifier: MIT
// The workbook's self-check: a judge that cannot say no to the filed mistakes, or says no to a
// filed right answer, is broken.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <set>

#include "base/files.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "grading/parallel.hpp"
#include "mutate/ledger.hpp"
#include "report/soak.hpp"
#include "workbook/find.hpp"
#include "workbook/front_page.hpp"
#include "workbook/structure.hpp"

namespace grader::cli {

namespace {

// What stubs must get: any verdict that says the answer is not there yet.
constexpr const char* any_rejection = "rejected";

struct Item {
  workbook::Problem problem;
  grading::Submission submission;
  std::string name;      ///< "foo_bar/rejected/deadlock-…"
  std::string expected;  ///< a verdict, or any_rejection
  std::set<std::string> warns = {};
};

std::vector<Item> items_of(const workbook::Problem& problem, const Workplace& at) {
  const workbook::Workbook& workbook = at.grader.workbook();
  // As it was shipped: a student who has solved the kata has not broken the workbook.
  grading::Submission stub = at.grader.stub(problem);
  if (const auto shipped = read_file(problem.shipped())) stub.content = *shipped;
  std::vector<Item> items = {
      {problem, stub, problem.slug + "/" + problem.slug + ".hpp", any_rejection}};
  for (const workbook::Answer& answer : workbook.answers(problem.slug)) {
    items.push_back({problem,
                     {answer.file, workbook::shown_path(answer.file, workbook.root())},
                     problem.slug + "/" + answer.name,
                     answer.verdict,
                     answer.warns});
  }
  return items;
}

bool as_expected(Verdict verdict, const std::string& expected) {
  if (expected != any_rejection) return word_of(verdict) == expected;
  return judgement_of(verdict) == Judgement::rejected && verdict != Verdict::compile_error;
}

// The warnings that are the same on every machine, unlike how long a run takes and what a compiler
// says.
std::set<std::string> warnings_of(const Result& result) {
  std::set<std::string> words;
  for (const Warning& warning : result.warnings) {
    if (can_be_promised(row_of(warning.kind))) words.emplace(word_of(warning.kind));
  }
  return words;
}

// A warning may need the schedules that students' answers get; one too many never does.
bool warns_as_expected(const Result& result, const Item& item) {
  if (item.expected != "accepted") return true;
  const std::set<std::string> kinds = warnings_of(result);
  if (result.schedules.run >= item.problem.schedules) return kinds == item.warns;
  return std::includes(item.warns.begin(), item.warns.end(), kinds.begin(), kinds.end());
}

std::string with_warnings(const std::set<std::string>& kinds) {
  return "accepted" +
         (kinds.empty() ? " without warnings" : fmt::format(" ({})", fmt::join(kinds, ", ")));
}

// Only what must pass is worth more schedules: a rejected answer must be caught by the budget that
// students get.
grading::Options options_for(const Item& item, const Check& command, std::uint64_t seed) {
  grading::Options options = command.options;
  options.seed = seed;
  if (item.expected != "accepted") options.schedules.reset();
  return options;
}

// One item under all its seeds. The seeds of one item are judged by several threads, with one
// compilation; the first bad seed is the same however they run.
class Underway {
 public:
  void judge(const Item& item, const Check& command, const grading::Grader& grader,
             std::uint64_t nth) {
    std::call_once(compiled_, [&] {
      prepared_ =
          std::make_shared<const grading::Prepared>(grader.prepare(item.problem, item.submission));
    });
    std::shared_ptr<const grading::Prepared> prepared;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      // What does not compile will not with another seed either.
      if (nth > first_bad_ || (nth > 0 && !prepared_->runs())) return finish(command);
      prepared = prepared_;
    }
    const grading::Options options = options_for(item, command, command.options.seed + nth);
    const Result result = grader.run(*prepared, options);
    const bool as_filed = as_expected(result.verdict, item.expected);
    const bool good = as_filed && warns_as_expected(result, item);
    const std::lock_guard<std::mutex> lock(mutex_);
    add(result, good, options.seed);
    if (result.failure) hints_.insert(result.failure->hints.begin(), result.failure->hints.end());
    if (!good && nth < first_bad_) {
      first_bad_ = nth;
      tally_.good = false;
      tally_.judged = judgement_of(result.verdict) != Judgement::not_judged;
      tally_.verdict = as_filed ? with_warnings(warnings_of(result)) : word_of(result.verdict);
      tally_.expected = as_filed ? with_warnings(item.warns) : item.expected;
      tally_.message = result.failure ? result.failure->message : "";
      tally_.seed = options.seed;
    }
    finish(command);
  }

  /// The hints that students would have read, when every seed was judged.
  const std::set<std::string>& hints() const { return hints_; }
  /// When every seed was judged.
  const report::Tally& tally() const { return tally_; }

 private:
  void add(const Result& result, bool good, std::uint64_t seed) {
    const std::uint64_t run = result.schedules.run;
    const std::uint64_t failed = result.failure ? result.failure->schedule.value_or(run) : run;
    ++tally_.seeds;
    tally_.schedules += run;
    if (result.passed() && run < result.schedules.requested) ++tally_.cut_short;
    tally_.seconds += result.duration_ms / 1000;
    if (tally_.compile_seconds == 0) tally_.compile_seconds = result.compile_ms.value_or(0) / 1000;
    tally_.to_failure += failed;
    if (failed > tally_.most_to_failure) {
      tally_.most_to_failure = failed;
      tally_.most_seed = seed;
    }
    if (good && tally_.good) tally_.verdict = word_of(result.verdict);
  }

  // The compiled program goes with the last seed, not with the last answer.
  void finish(const Check& command) {
    if (++finished_ == command.seeds) prepared_.reset();
  }

  std::once_flag compiled_;
  std::mutex mutex_;
  std::shared_ptr<const grading::Prepared> prepared_;
  std::uint64_t finished_ = 0;
  std::uint64_t first_bad_ = std::numeric_limits<std::uint64_t>::max();
  report::Tally tally_;
  std::set<std::string> hints_;
};

std::string command_for(const Item& item, const report::Tally& tally, const Check& command,
                        const std::string& launcher) {
  std::error_code error;
  const auto file = std::filesystem::proximate(item.submission.file, error);
  const grading::Options options = options_for(item, command, tally.seed);
  std::string line = fmt::format("{} grade {} --submission {} --seed {}", launcher,
                                 item.problem.slug, shell_quote(file.string()), options.seed);
  if (options.schedules) line += fmt::format(" --schedules {}", *options.schedules);
  if (options.strategy != "portfolio") line += " --strategy " + options.strategy;
  return line;
}

report::Tally finished_tally(const Item& item, const Underway& underway, const Check& command,
                             const report::Style& style) {
  report::Tally tally = underway.tally();
  tally.name = item.name;
  if (tally.good) tally.expected = item.expected;
  tally.budget = item.problem.schedules;
  if (!tally.good) tally.command = command_for(item, tally, command, style.launcher);
  return tally;
}

// What is wrong with a kata's mutants.json; whether its entries are still true, kata mutate tells.
std::vector<std::string> ledger_faults(const workbook::Workbook& workbook,
                                       const std::string& slug) {
  const auto text = read_file(workbook.ledger(slug));
  if (!text) return {};
  const mutate::Ledger ledger = mutate::read_ledger(*text);
  std::vector<std::string> faults = ledger.faults;
  const std::vector<workbook::Answer> answers = workbook.answers(slug);
  for (const mutate::Entry& entry : ledger.entries) {
    const bool filed = std::any_of(answers.begin(), answers.end(), [&](const auto& answer) {
      return answer.name == "accepted/" + entry.answer;
    });
    if (!filed) faults.push_back("is about accepted/" + printable(entry.answer) + ", which is not");
  }
  for (std::string& fault : faults) {
    fault = workbook::shown_path(workbook.ledger(slug), workbook.root()) + " " + fault;
  }
  return faults;
}

// Hints that no filed mistake brings out: nobody has seen them do any good.
std::vector<std::string> idle_hints(const std::vector<Item>& items,
                                    const std::vector<Underway>& underway) {
  std::vector<std::string> faults;
  for (std::size_t first = 0, last = 0; first < items.size(); first = last) {
    const workbook::Problem& problem = items[first].problem;
    std::set<std::string> given;
    for (; last < items.size() && items[last].problem.slug == problem.slug; ++last) {
      given.insert(underway[last].hints().begin(), underway[last].hints().end());
    }
    for (const workbook::Hint& one : problem.hints) {
      if (given.count(one.hint) > 0) continue;
      faults.push_back("problems/" + problem.slug +
                       "/problem.json: no answer in rejected/ brings out the hint '" + one.hint +
                       "'");
    }
  }
  return faults;
}

}  // namespace

CheckCount check_workbook(const Check& command, const Workplace& at) {
  const workbook::Workbook& workbook = at.grader.workbook();
  const report::Style& style = at.console.style();
  std::vector<std::string> faults;
  if (command.slugs.empty()) {
    faults = workbook::stray_entries(workbook);
    for (const std::string& fault : workbook::front_page_faults(workbook)) faults.push_back(fault);
  }
  std::vector<Item> items;
  for (const std::string& named : command.slugs.empty() ? workbook.slugs() : command.slugs) {
    const workbook::Problem problem = workbook::find_problem(workbook, named);
    const std::vector<std::string> more = workbook::faults_of(workbook, problem);
    faults.insert(faults.end(), more.begin(), more.end());
    for (const std::string& fault : ledger_faults(workbook, problem.slug)) faults.push_back(fault);
    const std::vector<Item> some = items_of(problem, at);
    items.insert(items.end(), some.begin(), some.end());
  }
  CheckCount count;
  count.failed = faults.size();
  for (const std::string& fault : faults) {
    at.console.out(style.paint(report::Color::red, "✗") + " " + printable(fault) + "\n");
  }
  if (!workbook.has_solutions()) {
    at.console.out("There is no solutions/, so only the stubs are checked.\n");
  }

  std::vector<Underway> underway(items.size());
  std::vector<report::Tally> tallies;
  const std::size_t jobs = command.jobs == 0 ? grading::processors() : command.jobs;
  const std::size_t runs = items.size() * command.seeds;
  Progress progress(at.console, "", "runs", runs);
  grading::in_parallel(
      runs, jobs,
      [&](std::size_t i) {
        underway[i / command.seeds].judge(items[i / command.seeds], command, at.grader,
                                          i % command.seeds);
      },
      [&](std::size_t i) {
        if ((i + 1) % command.seeds != 0) return progress.at(i + 1);
        const std::size_t item = i / command.seeds;
        tallies.push_back(finished_tally(items[item], underway[item], command, style));
        ++(tallies.back().good ? count.passed : count.failed);
        count.could_not_judge = count.could_not_judge || !tallies.back().judged;
        const std::string total = std::to_string(items.size());
        at.console.out(fmt::format("[{:>{}}/{}] {}", item + 1, total.size(), total,
                                   report::render_tally(tallies.back(), style)));
      });
  if (workbook.has_solutions()) {
    for (const std::string& fault : idle_hints(items, underway)) {
      ++count.failed;
      at.console.out(style.paint(report::Color::red, "✗") + " " + printable(fault) + "\n");
    }
  }
  if (command.seeds > 1) at.console.out(report::render_hardest(tallies, style));
  return count;
}

ExitStatus run_command(const Check& command, const Workplace& at) {
  const CheckCount count = check_workbook(command, at);
  at.console.out(fmt::format("{} as filed, {} not\n", count.passed, count.failed));
  if (count.could_not_judge) return ExitStatus::could_not_judge;
  return count.failed == 0 ? ExitStatus::accepted : ExitStatus::rejected;
}

}  // namespace grader::cli
