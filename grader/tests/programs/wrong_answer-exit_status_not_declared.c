// SPDX-License-Identifier: MIT
// explore: --exit-status 3
// Only 3 was declared to be no failure.
#include <pthread.h>

static void *nothing(void *argument) { return argument; }

int main(void) {
  pthread_t thread;
  pthread_create(&thread, 0, nothing, 0);
  pthread_join(thread, 0);
  return 4;
}
