// SPDX-License-Identifier: MIT
// explore:
// Nothing says that it is made before the thread uses it.
#include <pthread.h>

static pthread_rwlock_t object;

static void *use(void *argument) {
  pthread_rwlock_rdlock(&object);
  return NULL;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, use, NULL);
  pthread_rwlock_init(&object, NULL);
  pthread_join(thread, NULL);
  return 0;
}
