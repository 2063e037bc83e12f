// SPDX-License-Identifier: MIT
// Threads capture the loop variable by reference.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::vector<std::thread> threads;
  std::atomic<int> sum{0};
  for (int i = 0; i < 2; ++i) threads.emplace_back([&] { sum += i; });
  for (std::thread& thread : threads) thread.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
