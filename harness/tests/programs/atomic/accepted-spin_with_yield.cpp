// SPDX-License-Identifier: MIT
// The same with std::this_thread::yield.
// warns: busy_wait
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::atomic<int> turn{0};
  int count = 0;
  const auto work = [&](int me) {
    for (int i = 0; i < 2; ++i) {
      while (turn.load() != me) std::this_thread::yield();
      ++count;
      turn.store(1 - me);
    }
  };
  std::thread a(work, 0), b(work, 1);
  a.join();
  b.join();
  schedule.expect(count == 4, "in turn");
}

KATA_SCENARIOS(kata::scenario("run", run);)
