// SPDX-License-Identifier: MIT
// What several tests need: a report's check against the schema, a directory to write in, a small
// workbook with a toolchain of its own.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "base/files.hpp"
#include "base/json.hpp"
#include "base/result_json.hpp"
#include "compile/toolchain.hpp"
#include "grading/grader.hpp"

namespace grader::testing {

/// What the schema says against `report`, empty if nothing.
std::string schema_faults(const Json& report);
/// The same for one result, put into a report.
std::string result_faults(const Json& result);
std::string result_faults(const Result& result);

/// A file with its directories.
void put(const std::filesystem::path& path, const std::string& text);

/// Expects that `text` is what the file holds; with KATA_UPDATE_GOLDENS=1 it is written first.
void expect_golden(const std::filesystem::path& file, const std::string& text);

/// A workbook with one problem, `pair`, whose harness writes the report that the submission asks
/// for: `int answer()` returns 0 to be accepted, and the submission may do what it likes.
class SmallWorkbook {
 public:
  SmallWorkbook();
  const std::filesystem::path& root() const { return directory_.path(); }
  grading::Grader grader() const;
  workbook::Problem problem() const { return workbook::Workbook(root()).problem("pair"); }
  /// Grades `text` as a submission for `pair`.
  Json grade(const std::string& text) const;

 private:
  PrivateDirectory directory_;
};

/// Runs the program `kata`; its exit status, stdout and stderr.
struct KataRun {
  int status = 0;
  std::string out, err;
};
KataRun kata(const std::vector<std::string>& arguments, const std::filesystem::path& toolchain,
             const std::vector<std::string>& environment = {});

}  // namespace grader::testing
