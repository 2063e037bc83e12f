// SPDX-License-Identifier: MIT
// What the runtime cannot see: the library unlocks both modes with the same pthread call.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::shared_mutex mutex;
  mutex.lock();
  mutex.unlock_shared();
}

KATA_SCENARIOS(kata::scenario("run", run);)
