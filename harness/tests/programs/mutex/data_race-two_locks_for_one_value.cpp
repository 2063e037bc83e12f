// SPDX-License-Identifier: MIT
// Each thread locks, but not the same mutex.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mine, yours;
  int count = 0;
  std::thread a([&] {
    const std::lock_guard lock(mine);
    ++count;
  });
  std::thread b([&] {
    const std::lock_guard lock(yours);
    ++count;
  });
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
