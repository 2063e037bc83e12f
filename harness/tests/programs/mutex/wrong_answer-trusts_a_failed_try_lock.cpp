// SPDX-License-Identifier: MIT
// A try_lock that fails says nothing: it may fail although nobody holds the mutex.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  schedule.expect(mutex.try_lock(), "nobody else is here, so it must succeed");
  mutex.unlock();
}

KATA_SCENARIOS(kata::scenario("run", run);)
