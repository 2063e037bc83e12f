// SPDX-License-Identifier: MIT
// The library unlocks both modes by the same pthread call; who makes it tells them apart.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::shared_mutex mutex;
  mutex.lock();
  mutex.unlock_shared();
}

KATA_SCENARIOS(kata::scenario("run", run);)
