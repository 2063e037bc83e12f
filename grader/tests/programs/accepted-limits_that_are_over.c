// SPDX-License-Identifier: MIT
// explore: --schedules 2000
// Calls whose limit is over, or of a clock that they do not take; a wait without the mutex.
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <time.h>

static void *nothing(void *argument) { return argument; }

int main(void) {
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_t checking = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
  pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
  pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
  const struct timespec past = {1, 0};
  pthread_t thread;
  pthread_create(&thread, NULL, nothing, NULL);
  if (pthread_cond_wait(&changed, &checking) != EPERM) return 1;
  pthread_mutex_lock(&mutex);
  if (pthread_cond_timedwait(&changed, &mutex, &past) != ETIMEDOUT) return 2;
  if (pthread_cond_clockwait(&changed, &mutex, CLOCK_PROCESS_CPUTIME_ID, &past) != EINVAL) return 3;
  pthread_mutex_unlock(&mutex);
  if (pthread_mutex_clocklock(&mutex, CLOCK_THREAD_CPUTIME_ID, &past) != EINVAL) return 4;
  if (pthread_rwlock_clockrdlock(&lock, CLOCK_BOOTTIME, &past) != EINVAL) return 5;
  if (pthread_cancel(thread) != 0) return 6;
  pthread_join(thread, NULL);
  return 0;
}
