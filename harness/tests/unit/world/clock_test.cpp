// SPDX-License-Identifier: MIT
#include "world/clock.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kata::model {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class ClockTest : public testing::Test {
 protected:
  ClockTest() {
    clock_.reset(100);
    for (std::uint16_t id = 0; id < 4; ++id) threads_[id].id = id;
  }
  std::vector<std::uint16_t> due(Nanoseconds time) {
    std::vector<std::uint16_t> ids;
    clock_.due(time, ids);
    return ids;
  }
  std::vector<std::uint16_t> early(Nanoseconds anyway) {
    std::vector<std::uint16_t> ids;
    clock_.early(anyway, ids);
    return ids;
  }
  Thread threads_[4];
  Clock clock_;
};

TEST_F(ClockTest, ThreadsAreDueWhenTheirMomentHasCome) {
  clock_.add(threads_[0], 30);
  clock_.add(threads_[1], 10);
  clock_.add(threads_[2], 10);
  EXPECT_EQ(clock_.next(), 10);
  EXPECT_THAT(due(9), IsEmpty());
  EXPECT_THAT(due(10), UnorderedElementsAre(1, 2));
  EXPECT_THAT(due(30), UnorderedElementsAre(0, 1, 2));
}

TEST_F(ClockTest, RemovingLeavesTheOthersWhereTheyAreFound) {
  for (std::uint16_t id = 0; id < 3; ++id) clock_.add(threads_[id], 10 * (id + 1));
  EXPECT_TRUE(clock_.remove(threads_[0]));
  EXPECT_FALSE(clock_.remove(threads_[0])) << "it waits for nothing any more";
  EXPECT_EQ(threads_[0].deadline, never);
  EXPECT_EQ(clock_.next(), 20);
  EXPECT_TRUE(clock_.remove(threads_[2]));
  EXPECT_THAT(due(1'000), ElementsAre(1));
  EXPECT_TRUE(clock_.remove(threads_[1]));
  EXPECT_FALSE(clock_.has_timers());
}

TEST_F(ClockTest, GuardsDoNotFireEarly) {
  clock_.add(threads_[0], 10);
  clock_.add(threads_[1], 20);
  threads_[0].guards = true;
  EXPECT_TRUE(clock_.next_is_guard());
  EXPECT_THAT(early(0), ElementsAre(1));
  EXPECT_THAT(due(10), ElementsAre(0)) << "when nothing else is left to do";
}

TEST_F(ClockTest, ComputingTakesTimeWhereItIsAskedTo) {
  clock_.compute(10);
  const Nanoseconds first = clock_.now();
  EXPECT_GT(first, 0);
  clock_.compute(10);
  EXPECT_GT(clock_.now(), first) << "no two looks see the same moment";
  EXPECT_EQ(clock_.moved_at, 0U) << "no timer was passed over";
}

TEST_F(ClockTest, NeverGoesBack) {
  clock_.advance(50, 7);
  EXPECT_EQ(clock_.moved_at, 7U);
  clock_.advance(20, 8);
  EXPECT_EQ(clock_.now(), 50);
  EXPECT_EQ(clock_.moved_at, 7U) << "nothing moved";
  clock_.add(threads_[0], 40);
  EXPECT_EQ(clock_.next(), 50) << "a moment that is past is now";
}

TEST_F(ClockTest, EarlyTimersShareOneAllowance) {
  clock_.add(threads_[0], 60);
  clock_.add(threads_[1], 90);
  clock_.add(threads_[2], 500);
  EXPECT_THAT(early(0), UnorderedElementsAre(0, 1));
  clock_.spend_early(threads_[0], 0);
  EXPECT_THAT(early(0), IsEmpty()) << "40 are left";
  EXPECT_THAT(early(50), UnorderedElementsAre(0, 1)) << "the clock must go to 50 anyway";
}

TEST_F(ClockTest, AGuardIsDueOnlyWhenItsTimeIsOverWithoutAnyLateThread) {
  clock_.add(threads_[0], 60);
  threads_[1].guards = true;
  clock_.add(threads_[1], 50);
  EXPECT_TRUE(clock_.next_is_guard());
  EXPECT_THAT(early(0), ElementsAre(0)) << "it does not fire early";
  EXPECT_THAT(early(50), UnorderedElementsAre(0, 1));
  clock_.spend_early(threads_[0], 20);
  EXPECT_THAT(early(60), ElementsAre(0)) << "40 of these 60 a thread was late";
  EXPECT_THAT(early(90), UnorderedElementsAre(0, 1));
}

TEST_F(ClockTest, AThreadThatOnlyLooksSeesTimePass) {
  for (int i = 0; i < 64; ++i) clock_.look(1);
  EXPECT_EQ(clock_.now(), 0);
  clock_.look(2);
  EXPECT_EQ(clock_.now(), 1'000'000);
  EXPECT_EQ(clock_.moved_at, 2U);
}

TEST_F(ClockTest, LooksDoNotMoveItWhileAnyThreadWaitsForAMoment) {
  clock_.add(threads_[0], 10);
  for (int i = 0; i < 1'000; ++i) clock_.look(1);
  EXPECT_EQ(clock_.now(), 0);
}

TEST_F(ClockTest, AScheduleBeginsAtZeroWithoutTimers) {
  clock_.add(threads_[0], 10);
  clock_.advance(10, 3);
  clock_.reset(100);
  EXPECT_EQ(clock_.now(), 0);
  EXPECT_EQ(clock_.moved_at, 0U);
  EXPECT_FALSE(clock_.has_timers());
}

}  // namespace
}  // namespace kata::model
