// SPDX-License-Identifier: MIT
// From a submission to a result: read, compile, run, believe. Whatever the submission does comes
// back as a result; only our own faults before any submission is touched are exceptions.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "compile/compiler.hpp"
#include "compile/toolchain.hpp"
#include "grading/options.hpp"
#include "workbook/submission_file.hpp"
#include "workbook/workbook.hpp"

namespace grader::grading {

struct About;

struct Submission {
  std::filesystem::path file;
  std::string shown;  ///< the path that reports print
  /// The content, where the caller has read the file already: a file is read once, so that what was
  /// checked is what is judged.
  std::optional<workbook::SubmissionText> content{};
};

/// A submission that was read and compiled, or the reason why not; it can be run many times.
class Prepared {
 public:
  const workbook::Problem& problem() const { return problem_; }
  bool runs() const { return compiled_ && !compiled_->executable.empty(); }

 private:
  friend class Grader;
  workbook::Problem problem_;
  Submission submission_;
  std::string text_;
  std::string engine_, sanitizer_;  ///< that it was compiled for
  std::optional<compile::Compiled> compiled_;
  std::optional<Verdict> verdict_;  ///< if there was nothing to compile
  std::string message_, explanation_;
};

/// Holds no state between calls; may be used by several threads at once.
class Grader {
 public:
  Grader(compile::Toolchain toolchain, workbook::Workbook workbook)
      : toolchain_(std::move(toolchain)), workbook_(std::move(workbook)) {}

  const workbook::Workbook& workbook() const { return workbook_; }
  const compile::Toolchain& toolchain() const { return toolchain_; }

  /// The file that a student edits.
  Submission stub(const workbook::Problem& problem) const;

  /// Of the options only the engine and its sanitizer matter here.
  Prepared prepare(const workbook::Problem& problem, const Submission& submission,
                   const Options& options = {}) const;

  /// Throws UsageError if the harness does not understand the options (a damaged replay token),
  /// Interrupted on Ctrl-C.
  Result run(const Prepared& prepared, const Options& options) const;

  /// prepare and run.
  Result grade(const workbook::Problem& problem, const Submission& submission,
               const Options& options) const;

 private:
  Result run_harness(const Prepared& prepared, const About& about, double& seconds) const;
  /// Throws InternalError if a harness with nothing wrong in it cannot be judged here either.
  void check_judging(const Prepared& prepared, const About& about) const;
  void confine(run::Command& command, const std::filesystem::path& directory,
               const std::string& nonce, const About& about) const;

  compile::Toolchain toolchain_;
  workbook::Workbook workbook_;
};

/// The bounds that a harness with this time limit is kept in.
run::Limits harness_limits(double time_limit);
/// The same under the native engine.
run::Limits native_limits(double time_limit, const std::string& sanitizer);

}  // namespace grader::grading
