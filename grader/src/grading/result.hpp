// SPDX-License-Identifier: MIT
// Results that the harness did not write: of submissions that never ran or that ended the process.
// Also what the grader adds to the harness's own.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "compile/compiler.hpp"
#include "grading/options.hpp"
#include "run/child.hpp"
#include "workbook/workbook.hpp"

namespace grader::grading {

/// Which result is being made.
struct About {
  std::string problem;
  std::string submission;  ///< its path, as shown
  std::string file;        ///< what lines in it are said to be of: the path's last name
  std::uint64_t schedules = 0;
  Options options;
};

/// A rejection (or internal_error) before or without any schedule.
Result failed_result(const About& about, Verdict verdict, const std::string& message,
                     const std::string& explanation);

Result compile_error_result(const About& about, const compile::Compiled& compiled);

/// The judge itself failed, for the reason `why`.
Result judge_failed_result(const About& about, const std::string& why);

/// What it means that the harness ended without a sealed report.
Result unreported_result(const About& about, const run::Ended& ended, const run::Limits& limits);

/// Appends a warning `compiler_warning` for each of `warnings`.
void add_compiler_warnings(Result& result, const std::vector<compile::Diagnostic>& warnings);

/// Gives every event, waiting thread and stack frame in `file` the text of its line, as `source`,
/// so that a report can be read without the file.
void add_sources(Result& result, const std::string& file, const std::string& text);

}  // namespace grader::grading
