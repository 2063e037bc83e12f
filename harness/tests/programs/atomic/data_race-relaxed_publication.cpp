// SPDX-License-Identifier: MIT
// Relaxed atomics publish nothing.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::atomic<bool> ready{false};
  int data = 0;
  std::thread writer([&] {
    data = 1;
    ready.store(true, std::memory_order_relaxed);
  });
  while (!ready.load(std::memory_order_relaxed)) {
  }
  schedule.expect(data == 1, "in practice");
  writer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
