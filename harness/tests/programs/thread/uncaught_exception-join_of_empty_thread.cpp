// SPDX-License-Identifier: MIT
// join of a std::thread that is no thread throws std::system_error.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::thread thread;
  thread.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
