// SPDX-License-Identifier: MIT
// explore: --schedules 5000
// C17: a release sequence goes on with what the same thread stores next, and with what any thread
// exchanges.
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>

static int data;
static atomic_int flag;

static void *write_it(void *argument) {
  data = 1;
  atomic_store_explicit(&flag, 1, memory_order_release);
  atomic_store_explicit(&flag, 2, memory_order_relaxed);
  return NULL;
}

static void *exchange(void *argument) {
  int two = 2;
  atomic_compare_exchange_strong_explicit(&flag, &two, 3, memory_order_relaxed,
                                          memory_order_relaxed);
  return NULL;
}

static void *read_it(void *argument) {
  if (atomic_load_explicit(&flag, memory_order_acquire) >= 2) assert(data == 1);
  return NULL;
}

int main(void) {
  pthread_t threads[3];
  pthread_create(&threads[0], NULL, write_it, NULL);
  pthread_create(&threads[1], NULL, exchange, NULL);
  pthread_create(&threads[2], NULL, read_it, NULL);
  for (int i = 0; i < 3; i++) pthread_join(threads[i], NULL);
  return 0;
}
