// SPDX-License-Identifier: MIT
// wait() may sleep on when the value has changed and changed back.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::atomic<int> value{0};
  std::thread waiter([&] { value.wait(0); });
  value = 1;
  value.notify_one();
  value = 0;
  waiter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
