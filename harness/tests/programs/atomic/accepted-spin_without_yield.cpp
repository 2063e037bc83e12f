// SPDX-License-Identifier: MIT
// A spin on a properly ordered atomic is right, and wasteful.
// warns: busy_wait
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::atomic<int> turn{0};
  int count = 0;
  const auto work = [&](int me) {
    for (int i = 0; i < 2; ++i) {
      while (turn.load(std::memory_order_acquire) != me) {
      }
      ++count;
      turn.store(1 - me, std::memory_order_release);
    }
  };
  std::thread a(work, 0), b(work, 1);
  a.join();
  b.join();
  schedule.expect(count == 4, "in turn");
}

KATA_SCENARIOS(kata::scenario("run", run);)
