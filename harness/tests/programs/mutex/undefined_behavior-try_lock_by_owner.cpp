// SPDX-License-Identifier: MIT
// try_lock is no question to ask about a mutex that one holds.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  const std::lock_guard lock(mutex);
  if (mutex.try_lock()) mutex.unlock();
}

KATA_SCENARIOS(kata::scenario("run", run);)
