// SPDX-License-Identifier: MIT
// Runs a controlled program of these benchmarks and takes figures from the report that it prints.
#pragma once

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

/// The JSON report of `command`; ends the benchmark with status 3 if it did not exit with 0.
inline std::string report_of(const std::string& command) {
  FILE* child = popen(command.c_str(), "r");
  std::string report;
  std::array<char, 4096> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), child)) {
    report.append(buffer.data(), got);
  }
  if (pclose(child) != 0) {
    std::fprintf(stderr, "the controlled program was not accepted:\n%s\n", report.c_str());
    std::exit(3);
  }
  return report;
}

/// The number called `name`, wherever it stands in the report.
inline double figure(const std::string& report, const std::string& name) {
  const std::size_t at = report.find("\"" + name + "\":");
  if (at == std::string::npos) {
    std::fprintf(stderr, "no %s in the report:\n%s\n", name.c_str(), report.c_str());
    std::exit(3);
  }
  return std::strtod(report.c_str() + at + name.size() + 3, nullptr);
}
