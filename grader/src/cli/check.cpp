// SPDX-License-Identifier: MIT
// The workbook's self-check: a judge that cannot say no to the filed mistakes, or says no to a
// filed right answer, is broken.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "grading/parallel.hpp"
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
};

struct Finding {
  bool good = false;
  bool judged = true;
  std::string verdict, message;
  std::uint64_t seeds = 0;  ///< that were tried, the last one being `seed`
  std::uint64_t seed = 0;
  double seconds = 0;
};

std::vector<Item> items_of(const workbook::Problem& problem, const Workplace& at) {
  const workbook::Workbook& workbook = at.grader.workbook();
  std::vector<Item> items = {{problem, at.grader.stub(problem),
                              problem.slug + "/" + problem.slug + ".hpp", any_rejection}};
  for (const workbook::Answer& answer : workbook.answers(problem.slug)) {
    items.push_back({problem,
                     {answer.file, workbook::shown_path(answer.file, workbook.root())},
                     problem.slug + "/" + answer.name,
                     answer.verdict});
  }
  return items;
}

bool as_expected(const std::string& verdict, const std::string& expected) {
  if (expected != any_rejection) return verdict == expected;
  return verdict != "accepted" && verdict != "internal_error" && verdict != "compile_error";
}

Finding judge(const Item& item, const Check& command, const grading::Grader& grader) {
  Finding finding;
  const grading::Prepared prepared = grader.prepare(item.problem, item.submission);
  grading::Options options = command.options;
  for (; finding.seeds < command.seeds; ++options.seed) {
    const Json result = grader.run(prepared, options);
    ++finding.seeds;
    finding.seed = options.seed;
    finding.verdict = string_or(result, "verdict");
    finding.message = string_or(object_at(result, "failure"), "message");
    finding.judged = finding.verdict != "internal_error";
    finding.seconds += number_or(result, "elapsed_ms") / 1000;
    finding.good = as_expected(finding.verdict, item.expected);
    if (!finding.good) break;
    if (!prepared.runs()) break;  // it will not compile with another seed either
  }
  return finding;
}

std::string command_for(const Item& item, const Finding& finding, const Check& command,
                        const std::string& launcher) {
  std::error_code error;
  const auto file = std::filesystem::proximate(item.submission.file, error);
  std::string line = fmt::format("{} grade {} --submission {} --seed {}", launcher,
                                 item.problem.slug, shell_quote(file.string()), finding.seed);
  if (command.options.schedules) line += fmt::format(" --schedules {}", *command.options.schedules);
  if (command.options.strategy != "portfolio") line += " --strategy " + command.options.strategy;
  return line;
}

std::string line_for(const Item& item, const Finding& finding, const Check& command,
                     const report::Style& style) {
  if (finding.good) {
    return fmt::format("{} {}  {}, {} seed{}, {:.2f} s\n", style.paint(report::Color::green, "✓"),
                       item.name, finding.verdict, finding.seeds, finding.seeds == 1 ? "" : "s",
                       finding.seconds);
  }
  std::string text = fmt::format("{} {}  is {}, must be {}\n", style.paint(report::Color::red, "✗"),
                                 item.name, finding.verdict, item.expected);
  if (!finding.message.empty()) {
    text += "      " + cut(printable(finding.message), style.width - 6) + "\n";
  }
  return text + "      " + command_for(item, finding, command, style.launcher) + "\n";
}

}  // namespace

CheckCount check_workbook(const Check& command, const Workplace& at) {
  const workbook::Workbook& workbook = at.grader.workbook();
  const report::Style& style = at.console.style();
  std::vector<std::string> faults;
  if (command.slugs.empty()) faults = workbook::stray_entries(workbook);
  std::vector<Item> items;
  for (const std::string& slug : command.slugs.empty() ? workbook.slugs() : command.slugs) {
    const workbook::Problem problem = workbook.problem(slug);
    const std::vector<std::string> more = workbook::faults_of(workbook, problem);
    faults.insert(faults.end(), more.begin(), more.end());
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

  std::vector<Finding> findings(items.size());
  const std::size_t jobs = command.jobs == 0 ? grading::processors() : command.jobs;
  grading::in_parallel(
      items.size(), jobs, [&](std::size_t i) { findings[i] = judge(items[i], command, at.grader); },
      [&](std::size_t i) {
        ++(findings[i].good ? count.passed : count.failed);
        count.could_not_judge = count.could_not_judge || !findings[i].judged;
        const std::string total = std::to_string(items.size());
        at.console.out(fmt::format("[{:>{}}/{}] {}", i + 1, total.size(), total,
                                   line_for(items[i], findings[i], command, style)));
      });
  return count;
}

ExitStatus run_command(const Check& command, const Workplace& at) {
  const CheckCount count = check_workbook(command, at);
  at.console.out(fmt::format("{} as filed, {} not\n", count.passed, count.failed));
  if (count.could_not_judge) return ExitStatus::could_not_judge;
  return count.failed == 0 ? ExitStatus::accepted : ExitStatus::rejected;
}

}  // namespace grader::cli
