// SPDX-License-Identifier: MIT
// The promise lives on and is never kept.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::promise<int> promise;
  promise.get_future().wait();
}

KATA_SCENARIOS(kata::scenario("run", run);)
