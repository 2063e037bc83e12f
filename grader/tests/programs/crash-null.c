// SPDX-License-Identifier: MIT
// explore:
#include <pthread.h>
#include <stdlib.h>

static _Atomic(int *) shared;

static void *work(void *argument) {
  shared = calloc(1, sizeof(int));
  return argument;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  const int value = *shared;
  pthread_join(thread, NULL);
  return value;
}
