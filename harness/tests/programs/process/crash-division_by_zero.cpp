// SPDX-License-Identifier: MIT
// An integer is divided by zero.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  volatile int zero = 0;
  schedule.expect(5 / zero == 0, "never");
}

KATA_SCENARIOS(kata::scenario("run", run);)
