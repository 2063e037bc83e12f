// SPDX-License-Identifier: MIT
// Robust mutexes are not modelled.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
  pthread_mutex_t mutex;
  pthread_mutex_init(&mutex, &attributes);
  pthread_mutex_lock(&mutex);
}

KATA_SCENARIOS(kata::scenario("run", run);)
