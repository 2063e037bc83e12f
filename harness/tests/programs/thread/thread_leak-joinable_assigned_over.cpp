// SPDX-License-Identifier: MIT
// A joinable std::thread is assigned to.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::thread thread([] {});
  thread = std::thread([] {});
  thread.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
