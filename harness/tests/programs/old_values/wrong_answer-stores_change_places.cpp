// SPDX-License-Identifier: MIT
// By the standard each of the two first stores may come last for its object, so that both are 1 at
// the end.
#include <kata/kata.hpp>

void two_and_two_stores(kata::Schedule& schedule) {
  std::atomic<int> x{0}, y{0};
  std::thread a([&] {
    x.store(1, std::memory_order_relaxed);
    y.store(2, std::memory_order_relaxed);
  });
  std::thread b([&] {
    y.store(1, std::memory_order_relaxed);
    x.store(2, std::memory_order_relaxed);
  });
  a.join();
  b.join();
  schedule.expect(x == 2 || y == 2, "one thread comes second");
}

KATA_SCENARIOS(kata::scenario("two and two stores", two_and_two_stores);)
