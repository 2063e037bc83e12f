// SPDX-License-Identifier: MIT
// Three threads lock a mutex once: 3! orders, however often who comes too late has to try.
// distinct: 6
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  const auto once = [&] { const std::lock_guard lock(mutex); };
  std::thread a(once), b(once), c(once);
  a.join();
  b.join();
  c.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
