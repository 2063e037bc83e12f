// SPDX-License-Identifier: MIT
// Two mutexes taken in opposite orders.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex a, b;
  std::thread first([&] {
    const std::lock_guard one(a);
    const std::lock_guard two(b);
  });
  std::thread second([&] {
    const std::lock_guard one(b);
    const std::lock_guard two(a);
  });
  first.join();
  second.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
