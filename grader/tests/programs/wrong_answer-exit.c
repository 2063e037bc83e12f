// SPDX-License-Identifier: MIT
// explore:
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static atomic_int turn;

static void *work(void *argument) {
  if (atomic_exchange(&turn, 1) == 1) exit(4);
  return argument;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, work, NULL);
  pthread_create(&b, NULL, work, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
