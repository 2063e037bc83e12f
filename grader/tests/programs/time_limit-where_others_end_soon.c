// SPDX-License-Identifier: MIT
// explore: --time-limit 8
// Ends at once, but not where the first thread is the first.
#include <pthread.h>
#include <stdatomic.h>

static atomic_int first;
static int shared[64];

static void* run(void* argument) {
  int nobody = 0;
  atomic_compare_exchange_strong(&first, &nobody, (int)(long)argument);
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  for (long i = 0; i < 2; i++) pthread_create(&threads[i], NULL, run, (void*)(i + 1));
  for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
  if (first == 1) {
    for (unsigned i = 0;; i++) shared[i % 64] += 2;
  }
  return 0;
}
