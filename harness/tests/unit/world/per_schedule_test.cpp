// SPDX-License-Identifier: MIT
#include "world/per_schedule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kata::model {
namespace {

std::vector<std::string> ran;

TEST(PerSchedule, ResetsRunByNameWhateverTheOrderOfTheirMaking) {
  ran.clear();
  const PerSchedule b("b", [](void*) { ran.push_back("b"); });
  const PerSchedule c("c", [](void*) { ran.push_back("c"); });
  const PerSchedule a("a", [](void*) { ran.push_back("a"); });
  PerSchedule::reset_all();
  PerSchedule::reset_all();
  EXPECT_THAT(ran, testing::ElementsAre("a", "b", "c", "a", "b", "c"));
}

TEST(PerSchedule, AResetGetsItsStateAndIsGoneWithItsObject) {
  int state = 7;
  {
    const PerSchedule zero(
        "zero", [](void* memory) { *static_cast<int*>(memory) = 0; }, &state);
    PerSchedule::reset_all();
    EXPECT_EQ(state, 0);
  }
  state = 7;
  PerSchedule::reset_all();
  EXPECT_EQ(state, 7);
}

}  // namespace
}  // namespace kata::model
