// SPDX-License-Identifier: MIT
// `kata bench detection`: the programs of harness/bench/detection, each wrong one beside a right
// one. How soon the wrong ones are found says how good a strategy is; that the right ones are not
// rejected, and the wrong ones only for what is wrong with them, says whether to believe it.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "grading/grader.hpp"
#include "grading/parallel.hpp"
#include "report/detection.hpp"

namespace grader::cli {

namespace {

namespace fs = std::filesystem;

struct Item {
  fs::path file;
  std::string name;                ///< "dining-wrong"
  bool wrong = false;              ///< else it must be accepted
  std::string races;               ///< the mode that it is meant for
  std::set<std::string> verdicts;  ///< that say what is wrong with it
  std::vector<report::StrategyRuns> strategies;
  std::vector<std::string> faults;
};

// The value of "// key: value" in the lines before the program; the file's text says how to run it.
std::string note(const std::string& text, const std::string& key, const fs::path& file) {
  const std::string mark = "// " + key + ": ";
  for (const std::string_view line : split_lines(text)) {
    if (line.rfind("//", 0) != 0) break;
    if (line.rfind(mark, 0) == 0) return std::string(trim(line.substr(mark.size())));
  }
  throw InternalError(file.string() + " does not say '" + mark + "'");
}

Item item_of(const fs::path& file) {
  Item item{.file = file,
            .name = file.stem().string(),
            .races = {},
            .verdicts = {},
            .strategies = {},
            .faults = {}};
  const std::string text = read_file(file).value_or("");
  item.races = note(text, "races", file);
  item.wrong = item.name.size() > 6 && item.name.substr(item.name.size() - 6) == "-wrong";
  const std::string verdicts = item.wrong ? note(text, "verdict", file) : "accepted";
  for (std::size_t at = 0; at < verdicts.size();) {
    const std::size_t end = std::min(verdicts.find(' ', at), verdicts.size());
    if (end > at) item.verdicts.insert(verdicts.substr(at, end - at));
    at = end + 1;
  }
  return item;
}

std::vector<Item> items_of(const Bench& command, const fs::path& directory) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(directory)) {
    const std::string name = entry.path().stem().string();
    const std::string family = name.substr(0, name.rfind('-'));
    const bool chosen =
        command.only.empty() ||
        std::find(command.only.begin(), command.only.end(), name) != command.only.end() ||
        std::find(command.only.begin(), command.only.end(), family) != command.only.end();
    if (entry.path().extension() == ".cpp" && chosen) files.push_back(entry.path());
  }
  if (files.empty()) throw UsageError("the bench has no program of that name");
  std::sort(files.begin(), files.end());
  std::vector<Item> items;
  items.reserve(files.size());
  for (const fs::path& file : files) items.push_back(item_of(file));
  return items;
}

// All seeds of one strategy in one process.
std::vector<report::SeedRun> first_failures(const Workplace& at, const compile::Program& program,
                                            const Item& item, const std::string& strategy,
                                            const Bench& command) {
  run::Command harness;
  const std::uint64_t seeds = item.wrong ? command.seeds : command.right_seeds;
  harness.argv = {program.executable.string(),
                  "--seeds",
                  std::to_string(seeds),
                  "--schedules",
                  std::to_string(item.wrong ? command.schedules : command.right_schedules),
                  "--strategy",
                  strategy,
                  "--races",
                  item.races,
                  "--time-limit",
                  fmt::format("{:.0f}", command.time_limit),
                  "--",
                  item.name};
  harness.confined = true;
  harness.readable = {at.grader.toolchain().runtime.parent_path()};
  harness.directory = program.directory.path();
  harness.limits = grading::harness_limits(command.time_limit);
  harness.limits.output = std::size_t{4} << 20;
  const run::Ended ended = run::run_child(harness);
  if (ended.exit_status == 2 && !ended.err.empty()) {
    throw UsageError(std::string(split_lines(printable(ended.err, true)).front()));
  }
  if (ended.exit_status != 0 || ended.signal != 0) {
    throw InternalError(item.name + " with " + strategy + " ended with " +
                        run::describe_end(ended));
  }
  return report::parse_seed_runs(ended.out);
}

void run_item(const Workplace& at, Item& item, const Bench& command) {
  const compile::Program program =
      compile::compile_program(at.grader.toolchain(), {{item.file}, {}}, false);
  if (program.executable.empty()) {
    throw InternalError(item.file.string() + " does not compile:\n" + program.diagnostics);
  }
  for (const std::string& strategy : command.strategies) {
    std::vector<report::SeedRun> runs = first_failures(at, program, item, strategy, command);
    for (const report::SeedRun& run : runs) {
      const std::string verdict(word_of(run.verdict));
      if (item.verdicts.count(verdict) == 1 || (item.wrong && run.verdict == Verdict::accepted)) {
        continue;
      }
      item.faults.push_back(fmt::format("{} is {} with --strategy {} --seed {} --races {}",
                                        item.name, verdict, strategy, run.seed, item.races));
    }
    item.strategies.push_back({strategy, std::move(runs)});
  }
}

report::Detection bench_of(const Bench& command, const std::vector<Item>& items) {
  report::Detection bench{command.schedules, command.seeds, command.strategies, {}};
  for (const Item& item : items) {
    if (item.wrong) bench.programs.push_back({item.name, item.races, item.strategies});
  }
  return bench;
}

}  // namespace

ExitStatus run_command(const Bench& command, const Workplace& at) {
  const fs::path directory = at.grader.toolchain().source_dir / "harness/bench" / command.name;
  if (!fs::is_directory(directory)) {
    throw UsageError("there is no bench '" + printable(command.name) + "'; there is: detection");
  }
  if (command.json) expect_writable(*command.json);
  std::vector<Item> items = items_of(command, directory);
  std::vector<std::string> faults;
  std::size_t right = 0;
  grading::in_parallel(
      items.size(), std::max<std::size_t>(command.jobs, 1),
      [&](std::size_t i) { run_item(at, items[i], command); },
      [&](std::size_t i) {
        right += items[i].wrong ? 0 : 1;
        faults.insert(faults.end(), items[i].faults.begin(), items[i].faults.end());
        at.console.err(fmt::format("[{}/{}] {}\n", i + 1, items.size(), items[i].name));
      });
  const report::Detection bench = bench_of(command, items);
  if (command.json) write_text(at, dump(report::detection_json(bench), 2) + "\n", *command.json);
  const report::Style& style = at.console.style();
  if (command.json != "-") {
    at.console.out(report::render_detection(bench, style));
    at.console.out(fmt::format(
        "\nMeans over {} seeds, {} schedules at most. {} right programs, {} seeds of {} schedules "
        "each.\n",
        command.seeds, command.schedules, right, command.right_seeds, command.right_schedules));
    for (const std::string& fault : faults) {
      at.console.out(style.paint(report::Color::red, "✗") + " " + fault + "\n");
    }
  }
  return faults.empty() ? ExitStatus::accepted : ExitStatus::rejected;
}

}  // namespace grader::cli
