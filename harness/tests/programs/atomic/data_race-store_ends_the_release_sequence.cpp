// SPDX-License-Identifier: MIT
// A relaxed store by another thread: whoever reads it does not see what the release published.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::atomic<int> flag{0};
  int data = 0;
  std::thread writer([&] {
    data = 1;
    flag.store(1, std::memory_order_release);
  });
  std::thread other([&] {
    if (flag.load(std::memory_order_relaxed) == 1) flag.store(2, std::memory_order_relaxed);
  });
  if (flag.load(std::memory_order_acquire) == 2) schedule.expect(data == 1, "in practice");
  writer.join();
  other.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
