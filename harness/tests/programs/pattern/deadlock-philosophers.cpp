// SPDX-License-Identifier: MIT
// Everybody takes the left fork first.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex forks[3];
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&, i] {
      const std::lock_guard left(forks[i]);
      const std::lock_guard right(forks[(i + 1) % 3]);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
