// SPDX-License-Identifier: MIT
// explore:
// Values that the program leaves open are tried, small ones and those at the ends of the type; runs
// with others are not meant.
#include <assert.h>
#include <limits.h>
#include <stdlib.h>

int __VERIFIER_nondet_int(void);
_Bool __VERIFIER_nondet_bool(void);
void __VERIFIER_assume(int);

static void assume_abort_if_not(int holds) {
  if (!holds) abort();
}

int main(void) {
  int a = __VERIFIER_nondet_int();
  int b = __VERIFIER_nondet_int();
  __VERIFIER_assume(a >= 0);
  assume_abort_if_not(b > a);
  assert(a >= 0 && b > 0);
  assert(!(b == INT_MAX && __VERIFIER_nondet_bool()));
}
