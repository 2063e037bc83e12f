// SPDX-License-Identifier: MIT
// What the runtime does not do: std::mutex::try_lock may fail spuriously, pthread_mutex_trylock,
// which it calls, may not; so no schedule has such a failure.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  schedule.expect(mutex.try_lock(), "try_lock may fail spuriously");
  mutex.unlock();
}

KATA_SCENARIOS(kata::scenario("run", run);)
