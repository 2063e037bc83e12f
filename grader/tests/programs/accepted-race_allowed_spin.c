// SPDX-License-Identifier: MIT
// explore: --races allow
// Spinning on plain and volatile flags ends, because the other gets its turns.
#include <pthread.h>

static volatile int ready;
static int data;

static void *work(void *argument) {
  data = 1;
  ready = 1;
  return argument;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  while (!ready) {
  }
  const int value = data;
  pthread_join(thread, NULL);
  return value - 1;
}
