// SPDX-License-Identifier: MIT
// explore:
// The pointer arrives by a relaxed store: its memory need not be there yet.
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static _Atomic(int *) published;

static void *make(void *argument) {
  atomic_store_explicit(&published, calloc(1, sizeof(int)), memory_order_relaxed);
  return argument;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, make, NULL);
  int *memory = atomic_load_explicit(&published, memory_order_relaxed);
  if (memory != NULL) *memory = 1;
  pthread_join(thread, NULL);
  return 0;
}
