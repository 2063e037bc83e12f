// SPDX-License-Identifier: MIT
// As store_buffering_released; that the stores alone are seq_cst does not help.
#include <kata/kata.hpp>

using std::memory_order;

void store_buffering(kata::Schedule& schedule) {
  std::atomic<int> x{0}, y{0};
  int first = -1, second = -1;
  std::thread a([&] {
    x.store(1, memory_order::seq_cst);
    first = y.load(memory_order::acquire);
  });
  std::thread b([&] {
    y.store(1, memory_order::seq_cst);
    second = x.load(memory_order::acquire);
  });
  a.join();
  b.join();
  schedule.expect(first + second > 0, "one of the two sees what the other stored");
}

KATA_SCENARIOS(kata::scenario("store buffering", store_buffering);)
