// SPDX-License-Identifier: MIT
// explore:
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void *wait_for_all(void *argument) {
  pthread_mutex_lock(&mutex);
  pthread_mutex_unlock(&mutex);
  return argument;
}

int main(void) {
  static pthread_t threads[1200];
  pthread_mutex_lock(&mutex);
  for (int i = 0; i < 1200; i++) {
    if (pthread_create(&threads[i], NULL, wait_for_all, NULL) != 0) abort();
  }
  pthread_mutex_unlock(&mutex);
  for (int i = 0; i < 1200; i++) pthread_join(threads[i], NULL);
  return 0;
}
