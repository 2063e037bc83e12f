// SPDX-License-Identifier: MIT
// A loop that looks at the clock until a moment has come.
// warns: busy_wait
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  using namespace std::chrono_literals;
  const auto end = std::chrono::steady_clock::now() + 20ms;
  int rounds = 0;
  while (std::chrono::steady_clock::now() < end) ++rounds;
  schedule.expect(rounds > 0, "a loop that looks at the clock ends");
}

KATA_SCENARIOS(kata::scenario("run", run);)
