// SPDX-License-Identifier: MIT
// A permit that is there at once, then given back: who takes it first. One that comes too late
// waits, which is no order of its own. distinct: 2
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::binary_semaphore permit{1};
  const auto once = [&] {
    permit.acquire();
    permit.release();
  };
  std::thread a(once), b(once);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
