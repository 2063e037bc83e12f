// SPDX-License-Identifier: MIT
// Four threads meet at a barrier for two: nothing keeps the third from coming while the phase of
// the first two is not over.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::barrier pair(2);
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back([&] { pair.arrive_and_wait(); });
}

KATA_SCENARIOS(kata::scenario("run", run);)
