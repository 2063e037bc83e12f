// SPDX-License-Identifier: MIT
// A mutex that nobody holds is unlocked.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  mutex.lock();
  mutex.unlock();
  mutex.unlock();
}

KATA_SCENARIOS(kata::scenario("run", run);)
