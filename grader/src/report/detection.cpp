// SPDX-License-Identifier: MIT
#include "report/detection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"

namespace grader::report {

namespace {

struct Cell {
  double mean = 0;
  std::size_t found = 0, seeds = 0;
};

Cell cell_of(const Json& program, const std::string& strategy) {
  Cell cell;
  const Json& runs = array_at(object_at(program, "strategies"), strategy.c_str());
  for (const Json& run : runs) {
    cell.mean += number_or(run, "schedules");
    cell.found += string_or(run, "verdict") == "accepted" ? 0 : 1;
    ++cell.seeds;
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

std::vector<std::string> strategies_of(const Json& bench) {
  std::vector<std::string> names;
  for (const Json& name : array_at(bench, "strategies")) {
    if (name.is_string()) names.push_back(name.get<std::string>());
  }
  return names;
}

}  // namespace

double geometric_mean(const Json& bench, const std::string& strategy) {
  double sum = 0;
  std::size_t count = 0;
  for (const Json& program : array_at(bench, "programs")) {
    const Cell cell = cell_of(program, strategy);
    if (cell.seeds == 0) continue;
    sum += std::log(cell.mean);
    ++count;
  }
  return count == 0 ? 0 : std::exp(sum / static_cast<double>(count));
}

std::string render_detection(const Json& bench, const Style& style) {
  const std::vector<std::string> strategies = strategies_of(bench);
  std::vector<std::vector<std::string>> rows(1);
  rows[0] = {"schedules to the first failure"};
  rows[0].insert(rows[0].end(), strategies.begin(), strategies.end());
  for (const Json& program : array_at(bench, "programs")) {
    rows.push_back({string_or(program, "name")});
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
