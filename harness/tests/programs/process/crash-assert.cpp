// SPDX-License-Identifier: MIT
// A failed assertion.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  const int n = schedule.draw("n", 1, 3);
  assert(n < 3);
}

KATA_SCENARIOS(kata::scenario("run", run);)
