// SPDX-License-Identifier: MIT
// A submission that brings its own pthread_mutex_lock.
#include <kata/kata.hpp>

extern "C" int pthread_mutex_lock(pthread_mutex_t*) noexcept { return 0; }

void run(kata::Schedule&) {
  std::mutex mutex;
  mutex.lock();
}

KATA_SCENARIOS(kata::scenario("run", run);)
