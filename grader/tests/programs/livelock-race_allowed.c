// SPDX-License-Identifier: MIT
// explore: --races allow
#include <pthread.h>

static volatile int ready;

static void *work(void *argument) {
  ready = 0;
  return argument;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  while (!ready) {
  }
  return 0;
}
