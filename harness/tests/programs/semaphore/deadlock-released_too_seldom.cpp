// SPDX-License-Identifier: MIT
// Two acquire, one releases.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::counting_semaphore<> semaphore(0);
  std::thread a([&] { semaphore.acquire(); });
  std::thread b([&] { semaphore.acquire(); });
  semaphore.release();
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
