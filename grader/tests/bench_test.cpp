// SPDX-License-Identifier: MIT
// `kata bench detection`: the table, and that it counts what `kata explore` counts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <set>

#include "base/errors.hpp"
#include "report/detection.hpp"
#include "support.hpp"

namespace grader {
namespace {

using ::testing::HasSubstr;
using testing::KataRun;

std::filesystem::path toolchain_file() {
  const char* named = std::getenv("KATA_TOOLCHAIN");
  return named != nullptr ? named : std::filesystem::path(KATA_BUILD_DIR) / "toolchain.json";
}

TEST(DetectionTable, HasMeansAndTheirRatioToRandom) {
  using enum Verdict;
  const report::Detection bench{
      100,
      2,
      {"portfolio", "random"},
      {{"one-wrong",
        "report",
        {{"portfolio", {{1, 1, crash}, {2, 3, crash}}},
         {"random", {{1, 8, crash}, {2, 8, crash}}}}},
       {"two-wrong",
        "report",
        {{"portfolio", {{1, 8, deadlock}, {2, 8, deadlock}}},
         {"random", {{1, 100, accepted}, {2, 28, deadlock}}}}},
       {"three-wrong",
        "report",
        {{"portfolio", {{1, 100, accepted}, {2, 100, accepted}}}, {"random", {}}}}}};
  EXPECT_NEAR(report::geometric_mean(bench, "portfolio"), std::cbrt(2.0 * 8 * 100), 1e-9);
  EXPECT_NEAR(report::geometric_mean(bench, "random"), std::sqrt(8.0 * 64), 1e-9);
  EXPECT_EQ(report::render_detection(bench, {}),
            "schedules to the first failure  portfolio          random\n"
            "one-wrong                             2.0             8.0\n"
            "two-wrong                             8.0  >64.0 (1 of 2)\n"
            "three-wrong                     none of 2         no time\n"
            "geometric mean                       11.7            22.6\n"
            "ratio to random                      0.52            1.00\n");
}

TEST(DetectionTable, RunsThatAreNoneAreRefused) {
  const auto runs =
      report::parse_seed_runs(R"({"seeds":[{"seed":4,"schedules":7,"verdict":"crash"}]})");
  ASSERT_EQ(runs.size(), 1U);
  EXPECT_EQ(runs[0].schedules, 7U);
  for (const char* text : {"", "[]", "{}", R"({"seeds":[{"seed":4,"schedules":7}]})"}) {
    EXPECT_THROW(report::parse_seed_runs(text), InternalError) << text;
  }
}

class Detection : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(toolchain_file())) GTEST_SKIP() << "no " << toolchain_file();
  }
  static KataRun kata(const std::vector<std::string>& arguments) {
    return testing::kata(arguments, toolchain_file());
  }
};

TEST_F(Detection, CountsWhatExploreCounts) {
  const KataRun bench = kata({"bench", "detection", "--only", "reorder_4-wrong", "--only",
                              "dekker-wrong", "--seeds", "3", "--json", "-"});
  EXPECT_EQ(bench.status, 0) << bench.err;
  const Json told = parse_json(bench.out);
  ASSERT_EQ(array_at(told, "programs").size(), 2U);
  for (const Json& program : array_at(told, "programs")) {
    const auto file = compile::Toolchain::load(toolchain_file()).source_dir /
                      "harness/bench/detection" / (string_or(program, "name") + ".cpp");
    for (const char* strategy : {"portfolio", "pct"}) {
      for (const Json& run : array_at(object_at(program, "strategies"), strategy)) {
        const KataRun explored =
            kata({"explore", file.string(), "--races", string_or(program, "races"), "--strategy",
                  strategy, "--seed", dump(member_at(run, "seed")), "--json", "-"});
        const Json result = parse_json(explored.out)["results"][0];
        EXPECT_EQ(number_or(object_at(result, "failure"), "schedule"), number_or(run, "schedules"));
        EXPECT_EQ(string_or(result, "verdict"), string_or(run, "verdict"));
      }
    }
  }
}

TEST_F(Detection, RunsTheRightProgramsToo) {
  const KataRun run =
      kata({"bench", "detection", "--only", "dining", "--seeds", "1", "--strategies", "random,pct",
            "--schedules", "200", "--right-seeds", "3", "--right-schedules", "100"});
  EXPECT_EQ(run.status, 0) << run.out;
  EXPECT_THAT(run.out, HasSubstr("1 right programs, 3 seeds of 100 schedules each"));
  EXPECT_THAT(run.out, HasSubstr("ratio to random"));
}

TEST_F(Detection, DoesNotTakeWrongOptions) {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"bench"},
           {"bench", "speed"},
           {"bench", "detection", "--only", "no_such_program"},
           {"bench", "detection", "--only", "dining-right", "--strategies", "luck"},
           {"bench", "detection", "--seeds", "0"},
           {"bench", "detection", "--schedules", "0"},
           {"bench", "detection", "--time-limit", "0"},
           {"bench", "detection", "--only", "dining-right", "--json", "/none/at/all"}}) {
    EXPECT_EQ(kata(arguments).status, 2) << ::testing::PrintToString(arguments);
  }
}

TEST_F(Detection, EveryWrongProgramHasARightOne) {
  const auto directory =
      compile::Toolchain::load(toolchain_file()).source_dir / "harness/bench/detection";
  std::set<std::string> wrong, right;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    const std::string name = entry.path().stem().string();
    const std::size_t dash = name.rfind('-');
    (name.substr(dash) == "-wrong" ? wrong : right).insert(name.substr(0, dash));
  }
  EXPECT_EQ(wrong, right);
  EXPECT_GE(wrong.size(), 20U);
}

}  // namespace
}  // namespace grader
