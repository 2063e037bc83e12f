// SPDX-License-Identifier: MIT
// Two threads count without a mutex.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  int count = 0;
  std::thread a([&] { ++count; });
  std::thread b([&] { ++count; });
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
