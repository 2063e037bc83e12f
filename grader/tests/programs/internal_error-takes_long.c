// SPDX-License-Identifier: MIT
// explore: --time-limit 2
// Not one schedule ends, and whether one would ever nobody can tell.
#include <pthread.h>

static int shared[64];

static void *work(void *argument) {
  for (unsigned i = 0;; i++) shared[i % 64] += 2;
  return NULL;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  pthread_join(thread, NULL);
  return 0;
}
