// SPDX-License-Identifier: MIT
// explore:
// Nothing says that it is made before the thread uses it.
#include <pthread.h>

static pthread_spinlock_t object;

static void *use(void *argument) {
  pthread_spin_lock(&object);
  return NULL;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, use, NULL);
  pthread_spin_init(&object, 0);
  pthread_join(thread, NULL);
  return 0;
}
