// SPDX-License-Identifier: MIT
// An exception leaves a std::thread's function.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::thread thread([] { throw std::runtime_error("nobody catches this"); });
  thread.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
