// SPDX-License-Identifier: MIT
// explore: --races allow
// Each section is one step, but between the two others come in.
#include <pthread.h>

extern void __VERIFIER_atomic_begin(void);
extern void __VERIFIER_atomic_end(void);
void reach_error(void);

int counter;

static void* count(void* unused) {
  __VERIFIER_atomic_begin();
  int seen = counter;
  __VERIFIER_atomic_end();
  __VERIFIER_atomic_begin();
  counter = seen + 1;
  __VERIFIER_atomic_end();
  return unused;
}

int main(void) {
  pthread_t threads[2];
  for (int i = 0; i < 2; ++i) pthread_create(&threads[i], 0, count, 0);
  for (int i = 0; i < 2; ++i) pthread_join(threads[i], 0);
  if (counter != 2) reach_error();
}
