// SPDX-License-Identifier: MIT
// explore:
// One more than a thread has that does not ask for any.
#include <pthread.h>
#include <string.h>

static void *run(void *argument) {
  char local[9 << 20];
  memset(local, 1, sizeof local);
  return (void *)(long)local[0];
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, run, NULL);
  pthread_join(thread, NULL);
  return 0;
}
