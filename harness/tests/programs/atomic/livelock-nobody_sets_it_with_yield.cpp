// SPDX-License-Identifier: MIT
// The same with yield, in two threads.
// seeds: 1
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::atomic<int> turn{0};
  const auto wait = [&] {
    while (turn != 2) std::this_thread::yield();
  };
  std::thread a(wait), b(wait);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
