// SPDX-License-Identifier: MIT
// One thread leaves the barrier's rounds without dropping out.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::barrier barrier(2);
  std::thread a([&] { barrier.arrive_and_wait(); });
  std::thread b([&] {
    barrier.arrive_and_wait();
    barrier.arrive_and_wait();
  });
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
