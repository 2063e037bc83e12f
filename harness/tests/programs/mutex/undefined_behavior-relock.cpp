// SPDX-License-Identifier: MIT
// A thread locks the std::mutex that it holds.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  const std::lock_guard outer(mutex);
  mutex.lock();
}

KATA_SCENARIOS(kata::scenario("run", run);)
