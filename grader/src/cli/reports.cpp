// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "cli/commands.hpp"

namespace grader::cli {

void write_text(const Workplace& at, const std::string& text, const std::string& target) {
  if (target == "-") {
    at.console.out(text);
    return;
  }
  try {
    write_file(target, text);
  } catch (const InternalError& error) {
    throw UsageError(error.what());
  }
}

void expect_writable(const std::string& target) {
  if (target == "-") return;
  const bool existed = ::access(target.c_str(), F_OK) == 0;
  const Descriptor file(::open(target.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
  if (!file.open()) {
    throw UsageError(fmt::format("cannot write {}: {}", target, std::strerror(errno)));
  }
  if (!existed) ::unlink(target.c_str());
}

bool take_stdout(const std::vector<ReportFile>& reports) {
  for (const ReportFile& report : reports) expect_writable(report.target);
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
