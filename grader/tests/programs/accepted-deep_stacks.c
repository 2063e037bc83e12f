// SPDX-License-Identifier: MIT
// explore: --schedules 20
// As much of its stack as Linux gives main and every thread, what a thread asked for, and large
// thread-local storage.
#include <assert.h>
#include <pthread.h>
#include <string.h>

#define MB (1 << 20)

static _Thread_local int table[MB];

static int deep(int n) {
  volatile char room[100];
  room[0] = 1;
  return n == 0 ? 0 : deep(n - 1) + room[0];
}

static void *usual(void *argument) {
  assert(table[MB - 1] == 0);
  table[MB - 1] = 1;
  return (void *)(long)(deep(30000) == 30000);
}

static void *asked_for(void *argument) {
  char local[30 * MB];
  memset(local, 1, sizeof local);
  return (void *)(long)local[0];
}

int main(void) {
  char local[7 * MB];
  memset(local, 1, sizeof local);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 32 * MB);
  pthread_t threads[3];
  pthread_create(&threads[0], NULL, usual, NULL);
  pthread_create(&threads[1], NULL, usual, NULL);
  pthread_create(&threads[2], &attributes, asked_for, NULL);
  int good = local[MB];
  for (int i = 0; i < 3; i++) {
    void *result;
    pthread_join(threads[i], &result);
    good += result != NULL;
  }
  return good - 4;
}
