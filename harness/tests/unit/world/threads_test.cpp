// SPDX-License-Identifier: MIT
#include "world/threads.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kata::model {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class ThreadsTest : public testing::Test {
 protected:
  Thread& add() {
    return threads_.add(
        slot_, [](void*) -> void* { return nullptr; }, nullptr);
  }
  fiber::Slot slot_;
  Threads threads_;
};

TEST_F(ThreadsTest, AFreshThreadIsRunnableAndHasTheNextId) {
  EXPECT_EQ(add().id, 0);
  EXPECT_EQ(add().id, 1);
  EXPECT_EQ(threads_.count(), 2U);
  EXPECT_EQ(threads_.alive, 2U);
  EXPECT_THAT(threads_.runnable(), ElementsAre(0, 1));
  EXPECT_EQ(threads_[1].standing, Standing::runnable);
}

TEST_F(ThreadsTest, EveryThreadIsOnTheListOfItsStandingAtItsPosition) {
  for (int i = 0; i < 5; ++i) add();
  threads_.take_off(threads_[1], Standing::blocked);
  threads_.take_off(threads_[3], Standing::passive);
  threads_.put_passive(threads_[3]);
  EXPECT_THAT(threads_.runnable(), UnorderedElementsAre(0, 2, 4));
  EXPECT_THAT(threads_.passive(), ElementsAre(3));
  for (const std::uint16_t id : threads_.runnable()) {
    EXPECT_EQ(threads_.runnable()[threads_[id].position], id);
  }
  threads_.take_off(threads_[4], Standing::finished);
  threads_.put_runnable(threads_[1]);
  EXPECT_THAT(threads_.runnable(), UnorderedElementsAre(0, 1, 2));
  for (const std::uint16_t id : threads_.runnable()) {
    EXPECT_EQ(threads_.runnable()[threads_[id].position], id);
    EXPECT_EQ(threads_[id].standing, Standing::runnable);
  }
}

TEST_F(ThreadsTest, RevivingMakesEveryPassiveThreadRunnable) {
  for (int i = 0; i < 3; ++i) add();
  for (int i = 0; i < 3; ++i) {
    threads_.take_off(threads_[i], Standing::passive);
    threads_.put_passive(threads_[i]);
  }
  EXPECT_THAT(threads_.runnable(), IsEmpty());
  threads_.revive_passive();
  EXPECT_THAT(threads_.passive(), IsEmpty());
  EXPECT_THAT(threads_.runnable(), UnorderedElementsAre(0, 1, 2));
  EXPECT_EQ(threads_[2].standing, Standing::runnable);
}

TEST_F(ThreadsTest, AThreadThatIsUsedAgainHasDoneNothing) {
  Thread& first = add();
  first.detached = first.joined = first.acted = true;
  first.order = 99;
  first.name = "reader";
  first.joiners.push_back(7);
  threads_.reset();
  EXPECT_EQ(threads_.count(), 0U);
  EXPECT_EQ(threads_.alive, 0U);
  Thread& again = add();
  EXPECT_EQ(&again, &first);
  EXPECT_FALSE(again.detached || again.joined || again.acted);
  EXPECT_EQ(again.order, 0U);
  EXPECT_EQ(again.name, "");
  EXPECT_THAT(again.joiners, IsEmpty());
}

}  // namespace
}  // namespace kata::model
