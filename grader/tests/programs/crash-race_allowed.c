// SPDX-License-Identifier: MIT
// explore: --races allow
// Three increments that must fall into each other: found only if plain accesses are points.
#include <assert.h>
#include <pthread.h>

static int value;

static void *work(void *argument) {
  ++value;
  ++value;
  return argument;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, work, 0);
  pthread_create(&b, 0, work, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  assert(value > 2);
  return 0;
}
