// SPDX-License-Identifier: MIT
// explore: --races allow
// A function is atomic by its name: a lock that is made of a plain variable.
#include <assert.h>
#include <pthread.h>

void __VERIFIER_assume(int);

int taken, counter;

void __VERIFIER_atomic_acquire(void) {
  __VERIFIER_assume(taken == 0);
  taken = 1;
}

static int __VERIFIER_atomic_release(void) {
  if (taken != 1) return 0;
  taken = 0;
  return 1;
}

static void* count(void* unused) {
  __VERIFIER_atomic_acquire();
  int seen = counter;
  counter = seen + 1;
  assert(__VERIFIER_atomic_release());
  return unused;
}

int main(void) {
  pthread_t threads[2];
  for (int i = 0; i < 2; ++i) pthread_create(&threads[i], 0, count, 0);
  for (int i = 0; i < 2; ++i) pthread_join(threads[i], 0);
  assert(counter == 2);
}
