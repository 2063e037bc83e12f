// SPDX-License-Identifier: MIT
// Released, but not acquired.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::atomic<bool> ready{false};
  int data = 0;
  std::thread writer([&] {
    data = 1;
    ready.store(true, std::memory_order_release);
  });
  if (ready.load(std::memory_order_relaxed)) schedule.expect(data == 1, "in practice");
  writer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
