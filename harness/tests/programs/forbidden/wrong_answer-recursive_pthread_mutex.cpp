// SPDX-License-Identifier: MIT
// The same with pthreads: initialising it as recursive is a use.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_t mutex;
  pthread_mutex_init(&mutex, &attributes);
  pthread_mutex_destroy(&mutex);
}

KATA_SCENARIOS(kata::forbid(kata::Primitive::recursive_mutex, "Use a mutex.");
               kata::scenario("run", run);)
