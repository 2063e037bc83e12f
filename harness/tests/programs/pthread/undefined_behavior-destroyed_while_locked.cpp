// SPDX-License-Identifier: MIT
// pthread_mutex_destroy of a locked mutex.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&mutex);
  pthread_mutex_destroy(&mutex);
}

KATA_SCENARIOS(kata::scenario("run", run);)
