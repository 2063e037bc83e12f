// SPDX-License-Identifier: MIT
// A function calls itself for ever.
#include <kata/kata.hpp>

int descend(volatile int n) { return n == -1 ? 0 : descend(n + 1) + 1; }

void run(kata::Schedule& schedule) {
  int depth = 0;
  std::thread thread([&] { depth = descend(0); });
  thread.join();
  schedule.expect(depth == 0, "never");
}

KATA_SCENARIOS(kata::scenario("run", run);)
