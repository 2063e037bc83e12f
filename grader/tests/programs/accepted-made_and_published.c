// SPDX-License-Identifier: MIT
// explore: --schedules 3000
// The one that made the mutex has used it, too, before the other does, and the flag orders the two.
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

static pthread_mutex_t mutex;
static atomic_int ready;

static void *use(void *argument) {
  if (atomic_load_explicit(&ready, memory_order_acquire)) {
    pthread_mutex_lock(&mutex);
    pthread_mutex_unlock(&mutex);
  }
  return NULL;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, use, NULL);
  pthread_mutex_init(&mutex, NULL);
  for (int i = 0; i < 3; i++) {
    pthread_mutex_lock(&mutex);
    pthread_mutex_unlock(&mutex);
  }
  atomic_store_explicit(&ready, 1, memory_order_release);
  pthread_join(thread, NULL);
  return 0;
}
