// SPDX-License-Identifier: MIT
// A latch for three with two who come.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::latch latch(3);
  std::thread other([&] { latch.arrive_and_wait(); });
  latch.arrive_and_wait();
  other.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
