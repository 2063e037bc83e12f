// SPDX-License-Identifier: MIT
// explore: --schedules 2000
// Who has which priority is of no concern here.
#include <assert.h>
#include <pthread.h>

static pthread_mutex_t mutex;
static int count;

static void *run(void *argument) {
  pthread_mutex_lock(&mutex);
  count++;
  pthread_mutex_unlock(&mutex);
  return NULL;
}

int main(void) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_setprotocol(&attributes, PTHREAD_PRIO_INHERIT);
  assert(pthread_mutex_init(&mutex, &attributes) == 0);
  pthread_t threads[2];
  for (int i = 0; i < 2; i++) pthread_create(&threads[i], NULL, run, NULL);
  for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
  assert(count == 2);
  return 0;
}
