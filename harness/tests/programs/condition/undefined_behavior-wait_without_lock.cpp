// SPDX-License-Identifier: MIT
// A wait on a mutex that the thread does not hold.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
  pthread_cond_wait(&condition, &mutex);
}

KATA_SCENARIOS(kata::scenario("run", run);)
