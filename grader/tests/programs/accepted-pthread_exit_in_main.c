// SPDX-License-Identifier: MIT
// explore:
// The process ends with its last thread, and with status 0, after the exit handlers.
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int done;

static void check(void) {
  pthread_mutex_lock(&lock);
  if (done != 2) abort();
  pthread_mutex_unlock(&lock);
}

static void *work(void *argument) {
  pthread_mutex_lock(&lock);
  ++done;
  pthread_mutex_unlock(&lock);
  return argument;
}

int main(void) {
  atexit(check);
  pthread_t thread;
  for (int i = 0; i < 2; ++i) {
    pthread_create(&thread, NULL, work, NULL);
    pthread_detach(thread);
  }
  pthread_exit(NULL);
}
