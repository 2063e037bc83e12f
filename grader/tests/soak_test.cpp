// SPDX-License-Identifier: MIT
#include "report/soak.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grader::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Tally rejected(const std::string& name, std::uint64_t to_failure, std::uint64_t most) {
  Tally tally;
  tally.name = name;
  tally.expected = tally.verdict = "deadlock";
  tally.seeds = 4;
  tally.to_failure = to_failure;
  tally.most_to_failure = most;
  tally.most_seed = 3;
  tally.budget = 10'000;
  return tally;
}

TEST(Soak, MeanIsOverTheSeeds) {
  EXPECT_EQ(render_tally(rejected("a/rejected/deadlock-x", 10, 7), {}),
            "✓ a/rejected/deadlock-x  deadlock, 4 seeds, 2.5 schedules to failure, at most 7, "
            "0.00 s\n");
}

TEST(Soak, AcceptanceSaysHowMuchWasLookedAt) {
  Tally tally;
  tally.name = "a/accepted/x";
  tally.expected = tally.verdict = "accepted";
  tally.seeds = 3;
  tally.schedules = 30'000;
  EXPECT_THAT(render_tally(tally, {}), HasSubstr("accepted, 3 seeds, 30000 schedules, "));
  tally.cut_short = 2;
  EXPECT_THAT(render_tally(tally, {}), HasSubstr("(the time limit cut 2 seeds short)"));
}

TEST(Soak, BadSeedIsNamedWithTheCommandThatShowsIt) {
  Tally tally = rejected("a/rejected/deadlock-x", 10, 7);
  tally.good = false;
  tally.verdict = "accepted";
  tally.seed = 17;
  tally.command = "kata grade a --seed 17";
  EXPECT_EQ(render_tally(tally, {}),
            "✗ a/rejected/deadlock-x  is accepted, must be deadlock (seed 17)\n"
            "      kata grade a --seed 17\n");
}

TEST(Soak, HardestComeFirstAndAreTen) {
  std::vector<Tally> tallies;
  for (std::uint64_t i = 1; i <= 12; ++i) {
    tallies.push_back(rejected("number_" + std::to_string(i) + ".", 4 * i, i));
  }
  tallies.push_back(rejected("accepted_when_it_must_not_be", 40'000, 10'000));
  tallies.back().good = false;
  const std::string table = render_hardest(tallies, {});
  EXPECT_LT(table.find("number_12."), table.find("number_11."));
  EXPECT_THAT(table, HasSubstr("12.0         12          3      10000  number_12."));
  EXPECT_THAT(table, HasSubstr("number_3."));
  EXPECT_THAT(table, Not(HasSubstr("number_2.")));
  EXPECT_THAT(table, Not(HasSubstr("accepted_when")));
  EXPECT_EQ(render_hardest({}, {}), "");
}

}  // namespace
}  // namespace grader::report
