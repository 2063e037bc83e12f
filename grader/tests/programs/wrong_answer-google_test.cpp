// SPDX-License-Identifier: MIT
// explore: --flag=-lgtest --flag=-lgtest_main
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

TEST(Counter, CountsForTwo) {
  std::atomic<int> counter{0};
  const auto count = [&] { counter = counter + 1; };
  std::thread other(count);
  count();
  other.join();
  EXPECT_EQ(counter, 2);
}
