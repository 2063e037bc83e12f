// SPDX-License-Identifier: MIT
#include "detect/returns.hpp"

#include <gtest/gtest.h>

namespace kata::detect {
namespace {

TEST(Returns, WhatLiesBelowAReturnIsNewerForThreadsThatDoNotKnowOfIt) {
  Returns returns;
  EXPECT_TRUE(returns.note(0x1000, 5));
  EXPECT_TRUE(returns.is_newer(0xff8, 4));
  EXPECT_FALSE(returns.is_newer(0xff8, 5)) << "the thread knows of the return";
  EXPECT_FALSE(returns.is_newer(0x1000, 4)) << "above the frame that was left";
}

TEST(Returns, ALowerReturnThatIsLaterCountsForThreadsThatKnowTheHigherOne) {
  Returns returns;
  returns.note(0x1000, 5);
  EXPECT_FALSE(returns.note(0x800, 7)) << "the highest is still the first";
  EXPECT_EQ(returns.highest(), 0x1000U);
  EXPECT_TRUE(returns.is_newer(0x7f8, 6));
  EXPECT_FALSE(returns.is_newer(0x900, 6));
  EXPECT_TRUE(returns.is_newer(0x900, 4));
}

TEST(Returns, AHigherReturnThatIsLaterCoversTheLowerOnes) {
  Returns returns;
  returns.note(0x800, 5);
  EXPECT_TRUE(returns.note(0x1000, 6));
  EXPECT_TRUE(returns.is_newer(0x700, 5));
  EXPECT_FALSE(returns.is_newer(0x700, 6));
  EXPECT_EQ(returns.highest(), 0x1000U);
}

TEST(Returns, WhatAllKnowIsForgotten) {
  Returns returns;
  returns.note(0x1000, 5);
  returns.note(0x800, 7);
  returns.forget(5);
  EXPECT_EQ(returns.highest(), 0x800U);
  returns.forget(7);
  EXPECT_EQ(returns.highest(), 0U);
  EXPECT_FALSE(returns.is_newer(0, 0));
  EXPECT_TRUE(returns.note(0x400, 7)) << "noted anew after all were forgotten";
}

}  // namespace
}  // namespace kata::detect
