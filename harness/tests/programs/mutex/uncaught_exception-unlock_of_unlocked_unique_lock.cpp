// SPDX-License-Identifier: MIT
// std::unique_lock notices that it does not own the mutex and throws.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  std::unique_lock lock(mutex);
  lock.unlock();
  lock.unlock();
}

KATA_SCENARIOS(kata::scenario("run", run);)
