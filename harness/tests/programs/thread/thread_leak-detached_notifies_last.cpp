// SPDX-License-Identifier: MIT
// Detached threads count down an atomic and notify it. The caller may see the last count before the
// notification, and return: the atomic is gone when it comes. A std::latch does not have this
// problem, nor a semaphore.
#include <kata/kata.hpp>

int counted() {
  std::atomic<int> left{2};
  int values[2] = {};
  for (int i = 0; i < 2; ++i) {
    std::thread([&, i] {
      values[i] = 1;
      if (left.fetch_sub(1) == 1) left.notify_one();
    }).detach();
  }
  for (int now = left.load(); now != 0; now = left.load()) left.wait(now);
  return values[0] + values[1];
}

void atomic_counter(kata::Schedule& schedule) { schedule.expect(counted() == 2, "both are done"); }

KATA_SCENARIOS(kata::scenario("atomic counter", atomic_counter);)
