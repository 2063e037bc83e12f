// SPDX-License-Identifier: MIT
// explore: --schedules 500
// A limit 50 ms from now is made by adding to the nanoseconds alone, which may become more than a
// second's: then the wait refuses it, and has not waited.
#include <pthread.h>
#include <time.h>

#include <cerrno>

int main() {
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t never = PTHREAD_COND_INITIALIZER;
  timespec limit;
  clock_gettime(CLOCK_REALTIME, &limit);
  limit.tv_nsec += 50'000'000;
  pthread_mutex_lock(&mutex);
  int result = 0;
  while (result == 0) result = pthread_cond_timedwait(&never, &mutex, &limit);
  pthread_mutex_unlock(&mutex);
  return result == ETIMEDOUT ? 0 : 1;
}
