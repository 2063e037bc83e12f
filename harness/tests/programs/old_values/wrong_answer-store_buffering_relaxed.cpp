// SPDX-License-Identifier: MIT
// Two threads that store and then look: relaxed, both may see 0.
#include <kata/kata.hpp>

void store_buffering(kata::Schedule& schedule) {
  std::atomic<int> x{0}, y{0};
  int seen_x = -1, seen_y = -1;
  std::thread a([&] {
    x.store(1, std::memory_order_relaxed);
    seen_y = y.load(std::memory_order_relaxed);
  });
  std::thread b([&] {
    y.store(1, std::memory_order_relaxed);
    seen_x = x.load(std::memory_order_relaxed);
  });
  a.join();
  b.join();
  schedule.expect(seen_x == 1 || seen_y == 1, "one thread comes second");
}

KATA_SCENARIOS(kata::scenario("store buffering", store_buffering);)
