// SPDX-License-Identifier: MIT
// Hostile answers to foo_bar: each attacks/<verdict>-<name>.hpp gets its verdict, in a namespace of
// its own where the machine has them, and nothing outside has changed afterwards.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "run/child.hpp"
#include "support.hpp"

namespace grader {
namespace {

namespace fs = std::filesystem;

const fs::path attacks = fs::path(GRADER_DIR) / "tests/attacks";

std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const auto& entry : fs::directory_iterator(attacks)) {
    all.push_back(entry.path().stem().string());
  }
  std::sort(all.begin(), all.end());
  return all;
}

// A process that ends takes everything in its namespace with it.
std::vector<std::string> in_namespace() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> unshare = {"/usr/bin/unshare", "-rpf", "--mount-proc", "--kill-child"};
    run::Command command;
    command.argv = unshare;
    command.argv.emplace_back("/bin/true");
    try {
      const run::Ended ended = run::run_child(command);
      if (ended.signal == 0 && ended.exit_status == 0) return unshare;
    } catch (const std::exception&) {
    }
    return std::vector<std::string>{};
  }();
  return words;
}

// Names and texts of all files in `directory`.
std::set<std::string> state_of(const fs::path& directory) {
  std::set<std::string> state;
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    state.insert(entry.path().string() + ": " + read_file(entry.path()).value_or(""));
  }
  return state;
}

class Attacks : public ::testing::TestWithParam<std::string> {};

TEST_P(Attacks, AreRejectedAndChangeNothing) {
  const std::string& name = GetParam();
  const fs::path toolchain = fs::path(KATA_BUILD_DIR) / "toolchain.json";
  const PrivateDirectory temporary;
  const fs::path problems = compile::Toolchain::load(toolchain).source_dir / "problems";
  const std::set<std::string> before = state_of(problems);
  run::Command command;
  command.argv = in_namespace();
  command.argv.insert(command.argv.end(),
                      {KATA_PROGRAM, "grade", "foo_bar", "--submission",
                       (attacks / (name + ".hpp")).string(), "--schedules", "300", "--json", "-"});
  command.environment = {"KATA_TOOLCHAIN=" + toolchain.string(),
                         "TMPDIR=" + temporary.path().string()};
  command.limits.output = std::size_t{1} << 20;
  const run::Ended ended = run::run_child(command);
  EXPECT_EQ(ended.signal, 0) << ended.err;
  EXPECT_EQ(ended.exit_status, 1) << ended.err;
  const Json report = parse_json(ended.out);
  ASSERT_FALSE(report.is_discarded()) << ended.out;
  EXPECT_EQ(testing::schema_faults(report), "");
  const Json& results = array_at(report, "results");
  ASSERT_EQ(results.size(), 1) << ended.out;
  EXPECT_EQ(string_or(results[0], "verdict"), name.substr(0, name.find('-'))) << ended.out;
  EXPECT_TRUE(fs::is_empty(temporary.path())) << "something was left";
  EXPECT_EQ(state_of(problems), before);
}

INSTANTIATE_TEST_SUITE_P(Filed, Attacks, ::testing::ValuesIn(names()), [](const auto& info) {
  std::string name = info.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(c) == 0; }, '_');
  return name;
});

}  // namespace
}  // namespace grader
