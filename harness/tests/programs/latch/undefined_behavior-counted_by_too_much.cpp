// SPDX-License-Identifier: MIT
// count_down(n) by more than is left, without anybody waiting.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::latch ready(3);
  std::thread other([&] { ready.count_down(2); });
  ready.count_down(2);
  other.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
