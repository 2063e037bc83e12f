// SPDX-License-Identifier: MIT
// Both workers may find that nothing is left to do, and each of them then says so.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::binary_semaphore finished{0};
  std::atomic<int> left{2};
  const auto work = [&] {
    left.fetch_sub(1);
    if (left.load() == 0) finished.release();
  };
  std::thread a(work), b(work);
  finished.acquire();
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("two that finish", run);)
