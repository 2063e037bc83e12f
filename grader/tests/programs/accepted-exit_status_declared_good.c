// SPDX-License-Identifier: MIT
// explore: --exit-status 3 --schedules 100
// A status of 3 says that there was nothing to do.
#include <pthread.h>

static void *nothing(void *argument) { return argument; }

int main(void) {
  pthread_t thread;
  pthread_create(&thread, 0, nothing, 0);
  pthread_join(thread, 0);
  return 3;
}
