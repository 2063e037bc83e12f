// SPDX-License-Identifier: MIT
#include "report/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace grader::report {

namespace {

std::string per_schedule(const Result& result, std::uint64_t Statistics::*what) {
  if (result.schedules.run == 0 || !result.stats) return "–";
  return fmt::format("{:.1f}", static_cast<double>((*result.stats).*what) /
                                   static_cast<double>(result.schedules.run));
}

std::vector<std::string> cells(const std::string& name, const Result& result) {
  return {printable(name),
          std::string(word_of(result.verdict)),
          std::to_string(result.schedules.run),
          per_schedule(result, &Statistics::switches),
          per_schedule(result, &Statistics::wakeups),
          per_schedule(result, &Statistics::lock_operations),
          result.stats ? fmt::format("{:.1f} ms", result.stats->virtual_makespan_ms) : "–"};
}

}  // namespace

std::string render_comparison(const std::string& slug, const std::vector<std::string>& names,
                              const std::vector<Result>& results, const Style& style) {
  std::vector<std::vector<std::string>> rows = {{slug, "verdict", "schedules", "switches",
                                                 "wake-ups", "lock operations",
                                                 "virtual makespan"}};
  for (std::size_t i = 0; i < results.size(); ++i) rows.push_back(cells(names[i], results[i]));
  std::vector<std::size_t> widths(rows[0].size(), 0);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  std::string out;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string line;
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      const std::string padding(widths[i] - width_of(rows[r][i]), ' ');
      // Words to the left, numbers to the right.
      line += i < 2 ? rows[r][i] + padding : padding + rows[r][i];
      if (i + 1 < rows[r].size()) line += "  ";
    }
    while (line.back() == ' ') line.pop_back();
    out += (r == 0 ? style.paint(Color::bold, line) : line) + "\n";
  }
  return out +
         "Switches, wake-ups and lock operations are means per schedule; the makespan is the "
         "longest.\n";
}

}  // namespace grader::report
