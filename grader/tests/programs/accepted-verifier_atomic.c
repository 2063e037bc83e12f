// SPDX-License-Identifier: MIT
// explore: --races allow
// SV-COMP's atomic sections: nobody comes in between, not even by plain accesses outside of any.
#include <pthread.h>

extern void __VERIFIER_atomic_begin(void);
extern void __VERIFIER_atomic_end(void);
extern void reach_error(void);

int first, second, done;

static void* both(void* unused) {
  for (int i = 0; i < 3; ++i) {
    __VERIFIER_atomic_begin();
    __VERIFIER_atomic_begin();
    ++first;
    __VERIFIER_atomic_end();
    ++second;
    __VERIFIER_atomic_end();
  }
  __VERIFIER_atomic_begin();
  ++done;
  __VERIFIER_atomic_end();
  return unused;
}

int main(void) {
  pthread_t threads[2];
  for (int i = 0; i < 2; ++i) pthread_create(&threads[i], 0, both, 0);
  // What is read later has grown at least as much.
  const int earlier = second;
  const int later = first;
  if (later < earlier) reach_error();
  __VERIFIER_atomic_begin();
  if (first != second) reach_error();
  __VERIFIER_atomic_end();
  for (int i = 0; i < 2; ++i) pthread_join(threads[i], 0);
  if (first != 6 || second != 6 || done != 2) reach_error();
}
