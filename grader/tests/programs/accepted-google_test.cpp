// SPDX-License-Identifier: MIT
// explore: --schedules 100 --flag=-lgtest --flag=-lgtest_main
#include <gtest/gtest.h>

#include <mutex>
#include <thread>

TEST(Counter, CountsForTwo) {
  int counter = 0;
  std::mutex mutex;
  const auto count = [&] {
    std::lock_guard lock(mutex);
    ++counter;
  };
  std::thread other(count);
  count();
  other.join();
  EXPECT_EQ(counter, 2);
}
