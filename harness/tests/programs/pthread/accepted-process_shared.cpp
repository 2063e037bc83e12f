// SPDX-License-Identifier: MIT
// Primitives that other processes might share, in a program that has one: the arguments of sem_init
// are easily exchanged.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  sem_t ready;
  sem_init(&ready, 1, 0);
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
  pthread_mutex_t mutex;
  pthread_mutex_init(&mutex, &attributes);
  int value = 0;
  std::thread other([&] {
    pthread_mutex_lock(&mutex);
    value = 1;
    pthread_mutex_unlock(&mutex);
    sem_post(&ready);
  });
  sem_wait(&ready);
  pthread_mutex_lock(&mutex);
  schedule.expect(value == 1, "posted afterwards");
  pthread_mutex_unlock(&mutex);
  other.join();
  pthread_mutex_destroy(&mutex);
  sem_destroy(&ready);
}

KATA_SCENARIOS(kata::scenario("run", run);)
