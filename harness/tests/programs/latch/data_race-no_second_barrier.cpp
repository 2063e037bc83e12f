// SPDX-License-Identifier: MIT
// After the barrier the next round's writes meet the readers of this one.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  int values[2] = {};
  std::barrier barrier(2);
  const auto work = [&](int i) {
    for (int round = 0; round < 2; ++round) {
      values[i] = round;
      barrier.arrive_and_wait();
      if (values[1 - i] > 1) std::abort();
    }
  };
  std::thread a(work, 0), b(work, 1);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
