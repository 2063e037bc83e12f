// SPDX-License-Identifier: MIT
// explore: --races allow
// A race that changes nothing: where races are allowed, it is no bug.
#include <pthread.h>

static int value;

static void *work(void *argument) {
  value = 1;
  return argument;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, work, 0);
  pthread_create(&b, 0, work, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return value - 1;
}
