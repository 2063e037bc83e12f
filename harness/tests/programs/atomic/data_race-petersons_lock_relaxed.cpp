// SPDX-License-Identifier: MIT
// Peterson's lock with relaxed atomics protects nothing.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::atomic<bool> wants[2] = {false, false};
  std::atomic<int> turn{0};
  int count = 0;
  const auto work = [&](int me) {
    constexpr auto relaxed = std::memory_order_relaxed;
    wants[me].store(true, relaxed);
    turn.store(1 - me, relaxed);
    while (wants[1 - me].load(relaxed) && turn.load(relaxed) == 1 - me) {
    }
    ++count;
    wants[me].store(false, relaxed);
  };
  std::thread a(work, 0), b(work, 1);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
