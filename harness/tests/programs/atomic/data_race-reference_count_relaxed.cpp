// SPDX-License-Identifier: MIT
// The count goes down with relaxed order, and the last owner reads what the others wrote.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  struct Shared {
    std::atomic<int> references{2};
    int values[2] = {};
  } shared;
  const auto work = [&](int i) {
    shared.values[i] = 1;
    if (shared.references.fetch_sub(1, std::memory_order_relaxed) == 1) {
      schedule.expect(shared.values[0] + shared.values[1] == 2, "in practice");
    }
  };
  std::thread a(work, 0), b(work, 1);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
