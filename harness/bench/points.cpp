// SPDX-License-Identifier: MIT
// What a scheduling point costs in schedules of 10,000 points, race detection on, with 2, 8 and 32
// threads: nanoseconds a point with the default strategy, and with PCT, which hardly ever switches,
// beside them. Medians of five rounds taken in turn.
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "report_of.hpp"

namespace {

double nanoseconds_a_point(const std::string& threads, const std::string& strategy) {
  const std::string report =
      report_of(std::string(KATA_CONTROLLED) + threads + " --schedules 300 --strategy " + strategy);
  return figure(report, "duration_ms") * 1e6 / figure(report, "points");
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main() {
  const std::vector<std::string> counts = {"2", "8", "32"};
  std::vector<std::vector<double>> portfolio(counts.size()), calm(counts.size());
  for (int round = 0; round < 5; ++round) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
      portfolio[i].push_back(nanoseconds_a_point(counts[i], "portfolio"));
      calm[i].push_back(nanoseconds_a_point(counts[i], "pct"));
    }
  }
  std::printf("schedules of 10000 points, ns a point    portfolio      pct\n");
  for (std::size_t i = 0; i < counts.size(); ++i) {
    std::printf("  %2s threads %37.0f %8.0f\n", counts[i].c_str(), median(portfolio[i]),
                median(calm[i]));
  }
}
