// SPDX-License-Identifier: MIT
// More than a day of virtual time.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  for (int i = 0; i < 5; ++i) std::this_thread::sleep_for(std::chrono::hours(10));
}

KATA_SCENARIOS(kata::scenario("run", run);)
