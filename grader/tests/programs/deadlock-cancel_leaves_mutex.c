// SPDX-License-Identifier: MIT
// explore:
// Nobody unlocks for a thread that is cancelled while it waits for the condition.
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

static void* wait(void* unused) {
  pthread_mutex_lock(&lock);
  for (;;) pthread_cond_wait(&changed, &lock);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, 0, wait, 0);
  pthread_cancel(thread);
  pthread_join(thread, 0);
  pthread_mutex_lock(&lock);
}
