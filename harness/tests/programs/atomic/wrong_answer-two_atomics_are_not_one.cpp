// SPDX-License-Identifier: MIT
// Two atomics are read one after the other.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::atomic<int> left{10}, right{0};
  std::thread mover([&] {
    --left;
    ++right;
  });
  const int sum = left + right;
  mover.join();
  schedule.expect(sum == 10, "the sum was seen in between");
}

KATA_SCENARIOS(kata::scenario("run", run);)
