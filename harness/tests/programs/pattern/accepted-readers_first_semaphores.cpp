// SPDX-License-Identifier: MIT
// warns: global_state
// Courtois, Heymans and Parnas: readers and writers with POSIX semaphores.
#include <kata/kata.hpp>

sem_t mutex, writing;
int readers = 0, value = 0;

void run(kata::Schedule& schedule) {
  sem_init(&mutex, 0, 1);
  sem_init(&writing, 0, 1);
  std::atomic<int> torn{0};
  const auto read = [&] {
    sem_wait(&mutex);
    if (++readers == 1) sem_wait(&writing);
    sem_post(&mutex);
    if (value % 2 != 0) ++torn;
    sem_wait(&mutex);
    if (--readers == 0) sem_post(&writing);
    sem_post(&mutex);
  };
  const auto write = [&] {
    sem_wait(&writing);
    ++value;
    ++value;
    sem_post(&writing);
  };
  std::thread a(read), b(write), c(read), d(write);
  for (std::thread* thread : {&a, &b, &c, &d}) thread->join();
  sem_destroy(&mutex);
  sem_destroy(&writing);
  schedule.expect(torn == 0 && value == 4, "the semaphore is posted by another than who waited");
}

KATA_SCENARIOS(kata::scenario("run", run);)
