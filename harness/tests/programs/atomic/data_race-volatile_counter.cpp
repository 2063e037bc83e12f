// SPDX-License-Identifier: MIT
// A volatile counter is as racy as a plain one.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  volatile int count = 0;
  std::thread a([&] { count = count + 1; });
  std::thread b([&] { count = count + 1; });
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
