// SPDX-License-Identifier: MIT
#include "detect/vector_clock.hpp"

#include <gtest/gtest.h>

namespace kata::detect {
namespace {

TEST(VectorClock, StartsEmptyAndReadsZeroBeyondItsEnd) {
  VectorClock clock;
  EXPECT_TRUE(clock.empty());
  EXPECT_EQ(clock.get(0), 0U);
  EXPECT_EQ(clock.get(4'000), 0U);
}

TEST(VectorClock, GrowsBeyondItsOwnStorage) {
  VectorClock clock;
  for (std::uint32_t thread = 0; thread < 300; ++thread) clock.set(thread, thread + 1);
  for (std::uint32_t thread = 0; thread < 300; ++thread) EXPECT_EQ(clock.get(thread), thread + 1);
}

TEST(VectorClock, GapsAreZero) {
  VectorClock clock;
  clock.set(20, 5);
  clock.clear();
  clock.set(30, 1);
  EXPECT_EQ(clock.get(20), 0U) << "nothing is left from before clear()";
  EXPECT_EQ(clock.get(29), 0U);
}

TEST(VectorClock, JoinTakesTheLaterOfEach) {
  VectorClock one, other;
  one.set(0, 5);
  one.set(1, 1);
  other.set(1, 3);
  other.set(12, 2);
  one.join(other);
  EXPECT_EQ(one.get(0), 5U);
  EXPECT_EQ(one.get(1), 3U);
  EXPECT_EQ(one.get(12), 2U);
  one.join(VectorClock());
  EXPECT_EQ(one.get(0), 5U);
}

TEST(VectorClock, AssignmentCopies) {
  VectorClock one, other;
  for (std::uint32_t thread = 0; thread < 20; ++thread) one.set(thread, 7);
  other.set(50, 1);
  other = one;
  one.set(3, 9);
  EXPECT_EQ(other.get(3), 7U);
  EXPECT_EQ(other.get(50), 0U);
}

TEST(VectorClock, AssignmentToItselfKeepsWhatDoesNotFitInside) {
  VectorClock clock;
  clock.set(40, 7);
  const VectorClock& same = clock;
  clock = same;
  EXPECT_EQ(clock.get(40), 7U);
}

TEST(ThreadClock, AReleaseIsKnownToWhoeverAcquiresIt) {
  ThreadClock a, b;
  a.start(1);
  b.start(2);
  const Epoch before = a.epoch;
  EXPECT_FALSE(b.after(before));
  VectorClock object;
  a.release(object);
  const Epoch later = a.epoch;
  EXPECT_NE(before, later);
  b.acquire(object);
  EXPECT_TRUE(b.after(before));
  EXPECT_FALSE(b.after(later)) << "what comes after the release is not published by it";
}

TEST(ThreadClock, OrderIsTransitive) {
  ThreadClock a, b, c;
  a.start(1);
  b.start(2);
  c.start(3);
  const Epoch moment = a.epoch;
  VectorClock first, second;
  a.release(first);
  b.acquire(first);
  b.release(second);
  c.acquire(second);
  EXPECT_TRUE(c.after(moment));
}

TEST(ThreadClock, ReleaseOnlyForgetsWhatTheObjectHeld) {
  ThreadClock a, b, c;
  a.start(1);
  b.start(2);
  c.start(3);
  const Epoch moment = a.epoch;
  VectorClock object;
  a.release(object);
  b.release_only(object);
  c.acquire(object);
  EXPECT_FALSE(c.after(moment));
}

TEST(ThreadClock, EpochsNameThreadAndClock) {
  ThreadClock last;
  last.start(most_threads - 1);
  EXPECT_EQ(thread_of(last.epoch), most_threads - 1);
  EXPECT_EQ(clock_of(last.epoch), 1U);
  VectorClock object;
  for (int i = 0; i < 1'000; ++i) last.release(object);
  EXPECT_EQ(thread_of(last.epoch), most_threads - 1);
  EXPECT_EQ(clock_of(last.epoch), 1'001U);
}

TEST(ThreadClock, SaysWhenItIsUsedUp) {
  ThreadClock thread;
  thread.start(0);
  VectorClock object;
  std::uint32_t ticks = 0;
  while (thread.may_tick() && ticks < 2 * epoch_clock_mask) {
    thread.release_only(object);
    ++ticks;
  }
  EXPECT_LT(ticks, epoch_clock_mask);
  EXPECT_EQ(thread_of(thread.epoch), 0U);
}

}  // namespace
}  // namespace kata::detect
