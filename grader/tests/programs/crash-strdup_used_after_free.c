// SPDX-License-Identifier: MIT
// explore:
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *name;

static void *drop(void *argument) {
  pthread_mutex_lock(&lock);
  free(name);
  pthread_mutex_unlock(&lock);
  return argument;
}

int main(void) {
  name = strdup("somebody");
  pthread_t thread;
  pthread_create(&thread, NULL, drop, NULL);
  pthread_mutex_lock(&lock);
  const char letter = name[0];
  pthread_mutex_unlock(&lock);
  pthread_join(thread, NULL);
  return letter != 's';
}
