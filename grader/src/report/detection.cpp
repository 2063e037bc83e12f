// SPDX-License-Identifier: MIT
#include "report/detection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/errors.hpp"
#include "base/text.hpp"

namespace grader::report {

namespace {

struct Cell {
  double mean = 0;
  std::size_t found = 0, seeds = 0;
};

Cell cell_of(const DetectedProgram& program, const std::string& strategy) {
  Cell cell;
  for (const StrategyRuns& one : program.strategies) {
    if (one.strategy != strategy) continue;
    for (const SeedRun& run : one.runs) {
      cell.mean += static_cast<double>(run.schedules);
      cell.found += run.verdict == Verdict::accepted ? 0 : 1;
      ++cell.seeds;
    }
  }
  if (cell.seeds > 0) cell.mean /= static_cast<double>(cell.seeds);
  return cell;
}

std::string number(double value) { return fmt::format("{:.{}f}", value, value < 100 ? 1 : 0); }

std::string text_of(const Cell& cell) {
  if (cell.seeds == 0) return "no time";
  if (cell.found == 0) return fmt::format("none of {}", cell.seeds);
  if (cell.found == cell.seeds) return number(cell.mean);
  return fmt::format(">{} ({} of {})", number(cell.mean), cell.found, cell.seeds);
}

}  // namespace

std::vector<SeedRun> parse_seed_runs(const std::string& text) {
  const Json told = parse_json(text);
  std::vector<SeedRun> runs;
  const auto refuse = [&] { throw InternalError("the harness printed no list of seeds"); };
  if (!member_at(told, "seeds").is_array()) refuse();
  for (const Json& one : array_at(told, "seeds")) {
    const Json& seed = member_at(one, "seed");
    const Json& schedules = member_at(one, "schedules");
    const auto verdict = verdict_named(string_or(one, "verdict"));
    if (!seed.is_number_unsigned() || !schedules.is_number_unsigned() || !verdict) refuse();
    runs.push_back({seed.get<std::uint64_t>(), schedules.get<std::uint64_t>(), *verdict});
  }
  return runs;
}

Json detection_json(const Detection& bench) {
  Json programs = Json::array();
  for (const DetectedProgram& program : bench.programs) {
    Json strategies = Json::object();
    for (const StrategyRuns& one : program.strategies) {
      Json& list = strategies[one.strategy] = Json::array();
      for (const SeedRun& run : one.runs) {
        list.push_back(
            {{"seed", run.seed}, {"schedules", run.schedules}, {"verdict", word_of(run.verdict)}});
      }
    }
    programs.push_back(
        {{"name", program.name}, {"races", program.races}, {"strategies", std::move(strategies)}});
  }
  return {{"budget", bench.budget},
          {"seeds", bench.seeds},
          {"strategies", bench.strategies},
          {"programs", std::move(programs)}};
}

double geometric_mean(const Detection& bench, const std::string& strategy) {
  double sum = 0;
  std::size_t count = 0;
  for (const DetectedProgram& program : bench.programs) {
    const Cell cell = cell_of(program, strategy);
    if (cell.seeds == 0) continue;
    sum += std::log(cell.mean);
    ++count;
  }
  return count == 0 ? 0 : std::exp(sum / static_cast<double>(count));
}

std::string render_detection(const Detection& bench, const Style& style) {
  const std::vector<std::string>& strategies = bench.strategies;
  std::vector<std::vector<std::string>> rows(1);
  rows[0] = {"schedules to the first failure"};
  rows[0].insert(rows[0].end(), strategies.begin(), strategies.end());
  for (const DetectedProgram& program : bench.programs) {
    rows.push_back({program.name});
    for (const std::string& name : strategies) {
      rows.back().push_back(text_of(cell_of(program, name)));
    }
  }
  std::vector<std::string> means = {"geometric mean"}, ratios = {"ratio to random"};
  const double plain = geometric_mean(bench, "random");
  for (const std::string& name : strategies) {
    const double mean = geometric_mean(bench, name);
    means.push_back(number(mean));
    ratios.push_back(plain > 0 ? fmt::format("{:.2f}", mean / plain) : "");
  }
  rows.push_back(means);
  if (plain > 0) rows.push_back(ratios);

  std::vector<std::size_t> widths(rows[0].size(), 0);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  std::string out;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    std::string line = fit(rows[at][0], widths[0]);
    for (std::size_t i = 1; i < rows[at].size(); ++i) {
      line += "  " + std::string(widths[i] - width_of(rows[at][i]), ' ') + rows[at][i];
    }
    const bool bold = at == 0 || rows[at] == means;
    out += (bold ? style.paint(Color::bold, line) : line) + "\n";
  }
  return out;
}

}  // namespace grader::report
