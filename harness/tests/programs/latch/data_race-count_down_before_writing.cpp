// SPDX-License-Identifier: MIT
// The latch is counted down before the result is there.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::latch done(1);
  int value = 0;
  std::thread worker([&] {
    done.count_down();
    value = 1;
  });
  done.wait();
  if (value > 1) std::abort();
  worker.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
