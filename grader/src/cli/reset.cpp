// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <chrono>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "cli/student.hpp"

namespace grader::cli {

namespace {

namespace fs = std::filesystem;

// A name in .kata/kept/ that nothing has yet: "foo_bar-2026-11-28.hpp", then "…-2.hpp".
fs::path place_to_keep(const workbook::Workbook& workbook, const std::string& slug) {
  const fs::path kept = workbook.root() / ".kata" / "kept";
  fs::create_directories(kept);
  for (int number = 1;; ++number) {
    fs::path file = kept / fmt::format("{}-{}.hpp", slug, number);
    if (!fs::exists(fs::symlink_status(file))) return file;
  }
}

}  // namespace

ExitStatus run_command(const Reset& command, const Workplace& at) {
  const workbook::Workbook& workbook = at.grader.workbook();
  const workbook::Problem problem = kata_meant(at, command.target);
  const auto shipped = read_file(problem.shipped());
  if (!shipped) {
    throw UsageError(fmt::format("{} is missing, so the stub as it was shipped is not known.",
                                 workbook::shown_path(problem.shipped(), workbook.root())));
  }
  const auto mine = read_file(problem.stub());
  const std::string shown = workbook::shown_path(problem.stub(), workbook.root());
  if (mine == shipped) {
    at.console.out(shown + " is as it was shipped; nothing to do.\n");
    return ExitStatus::accepted;
  }
  std::string text;
  try {
    if (mine) {
      const fs::path kept = place_to_keep(workbook, problem.slug);
      write_file(kept, *mine);
      text = "Your answer is kept in " + workbook::shown_path(kept, workbook.root()) + ".\n";
    }
  } catch (const std::exception& error) {
    throw UsageError("your answer could not be kept aside, so nothing was changed: " +
                     std::string(error.what()));
  }
  write_file(problem.stub(), *shipped);
  at.console.out(text + shown + " is the stub again.\n");
  return ExitStatus::accepted;
}

}  // namespace grader::cli
