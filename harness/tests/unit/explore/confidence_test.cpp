// SPDX-License-Identifier: MIT
#include "explore/confidence.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "explore/distinct.hpp"

namespace kata::explore {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// `count` schedules, of which those numbered below `new_until` had an order of their own.
Confidence after(std::uint64_t count, std::uint64_t new_until) {
  Tally tally;
  for (std::uint64_t i = 0; i < count; ++i) tally.add(i % 4 == 0 ? "pct" : "surw", i < new_until);
  return tally.sum(std::min(count, new_until));
}

TEST(Confidence, CountsWhatWasAdded) {
  const Confidence all = after(1'000, 930);
  EXPECT_EQ(all.schedules, 1'000U);
  EXPECT_EQ(all.distinct, 930U);
  EXPECT_EQ(all.strategies.at("pct"), 250U);
  EXPECT_EQ(all.strategies.at("surw"), 750U);
  EXPECT_EQ(all.last_half, 500U);
  EXPECT_EQ(all.new_in_last_half, 430U);
  EXPECT_EQ(all.last_tenth, 100U);
  EXPECT_EQ(all.new_in_last_tenth, 30U);
}

// The figure is the largest that keeps the promise of 95 %.
TEST(Confidence, PromisesNoMoreThanTheSchedulesHold) {
  for (const std::uint64_t schedules : {5U, 10U, 100U, 2'000U, 10'000U, 1'000'000U}) {
    const Confidence all = after(schedules, schedules);
    ASSERT_GE(all.one_in, 2U) << schedules;
    const auto missed = [&](double one_in) {
      return std::pow(1 - 1 / one_in, static_cast<double>(schedules));
    };
    EXPECT_LE(missed(static_cast<double>(all.one_in)), 0.05) << schedules;
    EXPECT_GT(missed(static_cast<double>(all.one_in + 1)), 0.05) << schedules;
  }
  EXPECT_EQ(after(4, 4).one_in, 0U) << "four are too few for any promise";
  EXPECT_THAT(in_words(after(4, 4), false), Not(HasSubstr("95 %")));
}

TEST(Confidence, SaysWhenSchedulesBeganToRepeat) {
  EXPECT_THAT(in_words(after(10'000, 5'000), false),
              HasSubstr("The last 5,000 schedules brought no new order of operations."));
  EXPECT_THAT(in_words(after(10'000, 9'005), false),
              HasSubstr("Of the last 1,000 schedules 5 had a new order of operations."));
  EXPECT_THAT(in_words(after(1, 1), false), Not(HasSubstr("last")));
}

TEST(Confidence, NamesTheLargestInstances) {
  Tally tally;
  tally.add("pos", true);
  for (const int n : {3, 1, 5, 2}) tally.add_drawn("n", n);
  for (const int flipped : {0, 1}) tally.add_drawn("foo starts first", flipped);
  const Confidence all = tally.sum(1);
  ASSERT_EQ(all.drawn.size(), 2U);
  EXPECT_EQ(all.drawn[0].least, 1);
  EXPECT_EQ(all.drawn[0].most, 5);
  EXPECT_THAT(in_words(all, false), HasSubstr("instances beyond n = 5;"));
  EXPECT_THAT(in_words(all, true), HasSubstr("other arguments and input"));
  for (const char* name : {"a", "b", "c"}) tally.add_drawn(name, 1);
  EXPECT_THAT(in_words(tally.sum(1), false), Not(HasSubstr("beyond")));
}

TEST(Distinct, TellsNewFromKnown) {
  Distinct distinct(10);
  EXPECT_TRUE(distinct.add(5));
  EXPECT_FALSE(distinct.add(5));
  EXPECT_TRUE(distinct.add(0));
  EXPECT_FALSE(distinct.add(0));
  EXPECT_EQ(distinct.count(), 2U);
}

}  // namespace
}  // namespace kata::explore
