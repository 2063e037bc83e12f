// SPDX-License-Identifier: MIT
// A latch that is used a second time: it stays at zero, and counting it down further is undefined.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::latch both(2);
  std::vector<std::jthread> threads;
  for (int i = 0; i < 2; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 2; ++round) both.arrive_and_wait();
    });
  }
}

KATA_SCENARIOS(kata::scenario("run", run);)
