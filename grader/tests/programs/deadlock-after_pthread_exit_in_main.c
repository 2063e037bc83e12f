// SPDX-License-Identifier: MIT
// explore:
#include <pthread.h>
#include <semaphore.h>

static sem_t never;

static void *work(void *argument) {
  sem_wait(&never);
  return argument;
}

int main(void) {
  pthread_t thread;
  sem_init(&never, 0, 0);
  pthread_create(&thread, NULL, work, NULL);
  pthread_exit(NULL);
}
