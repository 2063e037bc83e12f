// SPDX-License-Identifier: MIT
// explore:
// What the program itself says of these names counts.
#include <pthread.h>

int __VERIFIER_nondet_int(void) { return 7; }
void __VERIFIER_atomic_begin(void) {}
void __VERIFIER_atomic_end(void) {}
void reach_error(void) {}

int main(void) {
  __VERIFIER_atomic_begin();
  reach_error();
  __VERIFIER_atomic_end();
  return __VERIFIER_nondet_int() - 7;
}
