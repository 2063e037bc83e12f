// SPDX-License-Identifier: MIT
// The value changes, but nobody calls notify.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::atomic<int> value{0};
  std::thread waiter([&] { value.wait(0); });
  value = 1;
  waiter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
