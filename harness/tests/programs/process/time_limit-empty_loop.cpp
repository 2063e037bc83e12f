// SPDX-License-Identifier: MIT
// A loop without any call. It takes seconds to notice.
// seeds: 1
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::thread thread([] {
    for (;;) asm volatile("");
  });
  thread.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
