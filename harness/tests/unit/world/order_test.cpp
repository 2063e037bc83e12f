// SPDX-License-Identifier: MIT
#include "world/order.hpp"

#include <gtest/gtest.h>

namespace kata::model::order {
namespace {

using trace::Operation;

TEST(Order, ChangesOfOneObjectDoNotCommute) {
  std::uint64_t a = 1, b = 2, object = 0;
  change(a, object, Operation::mutex_lock);
  change(b, object, Operation::mutex_lock);
  std::uint64_t other_a = 1, other_b = 2, other_object = 0;
  change(other_b, other_object, Operation::mutex_lock);
  change(other_a, other_object, Operation::mutex_lock);
  EXPECT_NE(a + b, other_a + other_b);
}

TEST(Order, LooksAtOneObjectCommute) {
  std::uint64_t a = 1, b = 2, object = 7, looks = 0;
  look(a, object, looks, Operation::load);
  look(b, object, looks, Operation::load);
  std::uint64_t other_a = 1, other_b = 2, other_looks = 0;
  look(other_b, object, other_looks, Operation::load);
  look(other_a, object, other_looks, Operation::load);
  EXPECT_EQ(a, other_a);
  EXPECT_EQ(b, other_b);
  EXPECT_EQ(looks, other_looks);
}

TEST(Order, AChangeComesAfterTheLooksBeforeIt) {
  std::uint64_t reader = 1, writer = 2, object = 7, looks = 0;
  look(reader, object, looks, Operation::load);
  change(writer, object, looks, Operation::store);
  EXPECT_EQ(looks, 0U);
  std::uint64_t late = 1, early = 2, other = 7, none = 0;
  change(early, other, none, Operation::store);
  look(late, other, none, Operation::load);
  EXPECT_NE(writer, early) << "it came after a look";
  EXPECT_NE(reader, late) << "it saw what was stored";
}

// The counts of distinct orders in reports depend on it.
TEST(Order, TheHashIsWhatItWas) {
  std::uint64_t thread = 1, object = 0;
  change(thread, object, Operation::mutex_lock);
  EXPECT_EQ(thread, object);
  EXPECT_EQ(thread, mixed(1, 0, Operation::mutex_lock));
  EXPECT_EQ(thread, 0x3c6ef372c2fa0b58ULL);
}

}  // namespace
}  // namespace kata::model::order
