// SPDX-License-Identifier: MIT
// A detached thread works on after the call has returned.
#include <kata/kata.hpp>

std::atomic<int> counter{0};

void run(kata::Schedule&) {
  std::thread([] {
    for (int i = 0; i < 5; ++i) ++counter;
  }).detach();
}

KATA_SCENARIOS(kata::scenario("run", run);)
