// SPDX-License-Identifier: MIT
// explore:
#include <pthread.h>

static int value;

static void *work(void *argument) {
  ++value;
  return argument;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, work, 0);
  pthread_create(&b, 0, work, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return 0;
}
