// SPDX-License-Identifier: MIT
// explore: --races allow
#include <pthread.h>
#include <stdlib.h>

static int *shared;

static void *work(void *argument) {
  free(shared);
  return argument;
}

int main(void) {
  shared = calloc(1, sizeof *shared);
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  const int value = *shared;
  pthread_join(thread, NULL);
  return value;
}
