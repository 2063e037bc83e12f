// SPDX-License-Identifier: MIT
// Two independent stores: seq_cst loads of two readers see them in one order.
#include <kata/kata.hpp>

using std::memory_order;

void independent(kata::Schedule& schedule) {
  std::atomic<int> x{0}, y{0};
  int seen[4] = {};
  std::thread a([&] { x.store(1, memory_order::seq_cst); }),
      b([&] { y.store(1, memory_order::seq_cst); });
  std::thread c([&] {
    seen[0] = x.load(memory_order::seq_cst);
    seen[1] = y.load(memory_order::seq_cst);
  });
  std::thread d([&] {
    seen[2] = y.load(memory_order::seq_cst);
    seen[3] = x.load(memory_order::seq_cst);
  });
  a.join();
  b.join();
  c.join();
  d.join();
  schedule.expect(!(seen[0] == 1 && seen[1] == 0 && seen[2] == 1 && seen[3] == 0),
                  "two readers agree on which store came first");
}

KATA_SCENARIOS(kata::scenario("independent", independent);)
