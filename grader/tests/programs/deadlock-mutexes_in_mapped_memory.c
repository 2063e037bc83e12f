// SPDX-License-Identifier: MIT
// explore:
#define _GNU_SOURCE
#include <pthread.h>
#include <sys/mman.h>

static pthread_mutex_t *mutexes;

static void *work(void *argument) {
  const int first = argument != NULL;
  pthread_mutex_lock(&mutexes[first]);
  pthread_mutex_lock(&mutexes[1 - first]);
  pthread_mutex_unlock(&mutexes[1 - first]);
  pthread_mutex_unlock(&mutexes[first]);
  return NULL;
}

int main(void) {
  mutexes = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  pthread_mutex_init(&mutexes[0], NULL);
  pthread_mutex_init(&mutexes[1], NULL);
  pthread_t one, two;
  pthread_create(&one, NULL, work, NULL);
  pthread_create(&two, NULL, work, mutexes);
  pthread_join(one, NULL);
  pthread_join(two, NULL);
  return 0;
}
