// SPDX-License-Identifier: MIT
// explore:
// The thread has been joined: its stack, and the variable on it, are gone.
#include <pthread.h>

static int *where;

static void *leave_an_address(void *argument) {
  int local = 0;
  where = &local;
  return argument;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, 0, leave_an_address, 0);
  pthread_join(thread, 0);
  *where = 1;
  return 0;
}
