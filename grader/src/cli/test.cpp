// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "cli/commands.hpp"
#include "grading/parallel.hpp"
#include "run/child.hpp"

namespace grader::cli {

namespace {

// The number in name="12" of CTest's JUnit file, 0 if there is none.
std::size_t attribute(const std::string& xml, const std::string& name) {
  const std::size_t at = xml.find(" " + name + "=\"");
  const std::size_t newline = xml.find("\t" + name + "=\"");
  const std::size_t found = std::min(at, newline);
  if (found == std::string::npos) return 0;
  return std::strtoul(xml.c_str() + found + name.size() + 3, nullptr, 10);
}

// For each accepted answer: its verdict seldom needs its whole budget, which `kata check` gives it.
constexpr std::uint64_t schedules_of_an_accepted_answer = 2'000;

CheckCount run_ctest(const Test& command, const Workplace& at) {
  const std::filesystem::path build = at.grader.toolchain().build_dir;
  const std::filesystem::path results = build / "ctest.xml";
  std::filesystem::remove(results);
  const std::size_t jobs = command.jobs == 0 ? grading::processors() : command.jobs;
  run::Command ctest;
  ctest.argv = {"/usr/bin/env",        "ctest", "--test-dir",         build.string(),
                "--output-on-failure", "-j",    std::to_string(jobs), "--output-junit",
                results.string()};
  for (const char* name : {"HOME", "TMPDIR", "TERM"}) {
    if (const char* value = std::getenv(name); value != nullptr) {
      ctest.environment.push_back(std::string(name) + "=" + value);
    }
  }
  ctest.inherit_output = true;
  ctest.limits = {};
  ctest.limits.wall = std::chrono::milliseconds(0);
  ctest.limits.cpu_seconds = 0;
  ctest.limits.file_size = 0;
  const run::Ended ended = run::run_child(ctest);

  const std::string xml = read_file(results).value_or("");
  CheckCount count;
  count.failed = attribute(xml, "failures");
  const std::size_t others = attribute(xml, "disabled") + attribute(xml, "skipped");
  count.passed = attribute(xml, "tests") - std::min(attribute(xml, "tests"), count.failed + others);
  // Whatever went wrong without a test to show for it.
  if (count.failed == 0 && (ended.exit_status != 0 || ended.signal != 0 || count.passed == 0)) {
    at.console.out(
        fmt::format("ctest: {}, and {} tests ran\n", run::describe_end(ended), count.passed));
    count.failed = 1;
  }
  return count;
}

}  // namespace

ExitStatus run_command(const Test& command, const Workplace& at) {
  const CheckCount tests = run_ctest(command, at);
  Check check;
  check.jobs = command.jobs;
  check.options.schedules = schedules_of_an_accepted_answer;
  const CheckCount answers = check_workbook(check, at);
  const std::size_t failed = tests.failed + answers.failed;
  at.console.out(fmt::format("{} passed, {} failed\n", tests.passed + answers.passed, failed));
  return failed == 0 ? ExitStatus::accepted : ExitStatus::rejected;
}

}  // namespace grader::cli
