// SPDX-License-Identifier: MIT
// The release fence comes after the store that it should strengthen.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::atomic<bool> ready{false};
  int data = 0;
  std::thread writer([&] {
    data = 1;
    ready.store(true, std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_release);
  });
  if (ready.load(std::memory_order_acquire)) schedule.expect(data == 1, "in practice");
  writer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
