// SPDX-License-Identifier: MIT
// An error-checking mutex says EDEADLK; whoever ignores it unlocks too early or too often, and here
// another thread waits for ever because the owner never unlocks.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_ERRORCHECK);
  pthread_mutex_t mutex;
  pthread_mutex_init(&mutex, &attributes);
  pthread_mutex_lock(&mutex);
  pthread_mutex_lock(&mutex);
  std::thread other([&] {
    pthread_mutex_lock(&mutex);
    pthread_mutex_unlock(&mutex);
  });
  other.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
