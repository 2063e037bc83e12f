// SPDX-License-Identifier: MIT
// explore:
// exit(0) ends them all; the one that waits for ever is no bug in a program.
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>

static sem_t never;

static void *wait_for_ever(void *argument) {
  sem_wait(&never);
  return argument;
}
static void *leave(void *argument) {
  (void)argument;
  exit(0);
}

int main(void) {
  pthread_t a, b;
  sem_init(&never, 0, 0);
  pthread_create(&a, NULL, wait_for_ever, NULL);
  pthread_create(&b, NULL, leave, NULL);
  pthread_join(a, NULL);
  return 1;
}
