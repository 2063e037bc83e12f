// SPDX-License-Identifier: MIT
#include "explore/distinct.hpp"

#include <gtest/gtest.h>

namespace kata::explore {
namespace {

TEST(Distinct, CountsEachHashOnce) {
  Distinct distinct(1'000);
  for (int round = 0; round < 2; ++round) {
    for (std::uint64_t i = 0; i < 500; ++i) EXPECT_EQ(distinct.add(i * 7'919), round == 0);
  }
  EXPECT_EQ(distinct.count(), 500U);
}

TEST(Distinct, HashesInOneSlotAreToldApart) {
  Distinct distinct(8);  // 64 slots
  EXPECT_TRUE(distinct.add(3));
  EXPECT_TRUE(distinct.add(3 + 64));
  EXPECT_TRUE(distinct.add(3 + 128));
  EXPECT_FALSE(distinct.add(3 + 64));
  EXPECT_EQ(distinct.count(), 3U);
}

TEST(Distinct, ZeroIsAHashLikeOthers) {
  Distinct distinct(8);
  EXPECT_TRUE(distinct.add(0));
  EXPECT_FALSE(distinct.add(0));
}

TEST(Distinct, MoreThanItHasRoomForEndsTheCount) {
  Distinct distinct(1);
  for (std::uint64_t i = 1; i <= 1'000; ++i) EXPECT_TRUE(distinct.add(i * 64 + i));
  EXPECT_EQ(distinct.count(), 63U);
}

}  // namespace
}  // namespace kata::explore
