// SPDX-License-Identifier: MIT
// explore:
// Atomic sections are ordered among themselves only.
#include <pthread.h>

extern void __VERIFIER_atomic_begin(void);
extern void __VERIFIER_atomic_end(void);

int inside, outside;

static void* write_both(void* unused) {
  __VERIFIER_atomic_begin();
  ++inside;
  __VERIFIER_atomic_end();
  ++outside;
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, 0, write_both, 0);
  __VERIFIER_atomic_begin();
  ++inside;
  ++outside;
  __VERIFIER_atomic_end();
  pthread_join(thread, 0);
}
