// SPDX-License-Identifier: MIT
// Semaphores that are full, one without a maximum worth the name, and counters of a program's own.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::counting_semaphore<3> permits{1};
  std::counting_semaphore<> many{5};
  std::binary_semaphore turn{1};
  std::atomic<int> counter{0};
  const auto use = [&] {
    permits.release();
    many.release(3);
    turn.acquire();
    turn.release();
    counter.fetch_add(1, std::memory_order::release);
  };
  std::thread a(use), b(use);
  a.join();
  b.join();
  for (int i = 0; i < 3; ++i) permits.acquire();
  schedule.expect(!permits.try_acquire(), "there were three");
  schedule.expect(counter == 2, "both are counted");
}

KATA_SCENARIOS(kata::scenario("full", run);)
