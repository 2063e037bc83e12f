// SPDX-License-Identifier: MIT
// pthread_cond_signal before the wait is lost.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
  std::thread other([&] { pthread_cond_signal(&condition); });
  pthread_mutex_lock(&mutex);
  pthread_cond_wait(&condition, &mutex);
  pthread_mutex_unlock(&mutex);
  other.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
