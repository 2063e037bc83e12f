// SPDX-License-Identifier: MIT
// explore: --schedules 5000
// The pointer arrives by a release store.
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static _Atomic(int *) published;

static void *make(void *argument) {
  atomic_store_explicit(&published, calloc(1, sizeof(int)), memory_order_release);
  return argument;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, make, NULL);
  int *memory = atomic_load_explicit(&published, memory_order_acquire);
  if (memory != NULL) *memory = 1;
  pthread_join(thread, NULL);
  return 0;
}
