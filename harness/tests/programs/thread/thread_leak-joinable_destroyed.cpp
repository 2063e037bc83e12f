// SPDX-License-Identifier: MIT
// A joinable std::thread goes out of scope.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::thread thread([] {});
}

KATA_SCENARIOS(kata::scenario("run", run);)
