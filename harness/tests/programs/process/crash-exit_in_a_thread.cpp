// SPDX-License-Identifier: MIT
// The same from a thread, by _exit.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::thread thread([] { _exit(0); });
  thread.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
