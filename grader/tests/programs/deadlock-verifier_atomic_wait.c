// SPDX-License-Identifier: MIT
// explore:
// A wait in an atomic section lets the others in: this one is for the mutex that main never unlocks.
#include <pthread.h>

extern void __VERIFIER_atomic_begin(void);
extern void __VERIFIER_atomic_end(void);

pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER, second = PTHREAD_MUTEX_INITIALIZER;

static void* wait(void* unused) {
  __VERIFIER_atomic_begin();
  pthread_mutex_lock(&first);
  pthread_mutex_unlock(&first);
  pthread_mutex_lock(&second);
  __VERIFIER_atomic_end();
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_mutex_lock(&first);
  pthread_mutex_lock(&second);
  pthread_create(&thread, 0, wait, 0);
  pthread_mutex_unlock(&first);
  pthread_join(thread, 0);
}
