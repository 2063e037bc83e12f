// SPDX-License-Identifier: MIT
// What is written after the promise was kept is not published by it.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::promise<void> ready;
  int value = 0;
  std::thread giver([&] {
    ready.set_value();
    value = 1;
  });
  ready.get_future().wait();
  if (value > 1) std::abort();
  giver.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
