// SPDX-License-Identifier: MIT
// A mutex is locked after it was destroyed.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&mutex);
  pthread_mutex_unlock(&mutex);
  pthread_mutex_destroy(&mutex);
  pthread_mutex_lock(&mutex);
}

KATA_SCENARIOS(kata::scenario("run", run);)
