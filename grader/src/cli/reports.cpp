// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "cli/commands.hpp"

namespace grader::cli {

void write_text(const Workplace& at, const std::string& text, const std::string& target) {
  if (target == "-") return at.console.out(text);
  try {
    write_file(target, text);
  } catch (const InternalError& error) {
    throw UsageError(error.what());
  }
}

bool take_stdout(const std::vector<ReportFile>& reports) {
  const auto to_stdout = [](const ReportFile& report) { return report.target == "-"; };
  const auto count = std::count_if(reports.begin(), reports.end(), to_stdout);
  if (count > 1) throw UsageError("only one report can go to standard output.");
  return count == 1;
}

void write_reports(const Workplace& at, const std::vector<Result>& results,
                   const std::vector<ReportFile>& reports) {
  for (const ReportFile& report : reports) {
    write_text(at, report.format->render(results, at.grader.toolchain().version), report.target);
  }
}

}  // namespace grader::cli
