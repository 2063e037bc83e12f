// SPDX-License-Identifier: MIT
// The lock was given back before the wait.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  std::condition_variable condition;
  std::unique_lock lock(mutex);
  lock.unlock();
  condition.wait(lock);
}

KATA_SCENARIOS(kata::scenario("run", run);)
