// SPDX-License-Identifier: MIT
// A default mutex locked twice by the same thread.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&mutex);
  pthread_mutex_lock(&mutex);
}

KATA_SCENARIOS(kata::scenario("run", run);)
