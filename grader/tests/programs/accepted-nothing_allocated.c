// SPDX-License-Identifier: MIT
// explore:
// A block of no bytes is one all the same: it has its own address and is freed like others.
#include <stdlib.h>

int main(void) {
  int* last = malloc(0);
  free(last);
  int* a = calloc(0, sizeof *a);
  int* b = malloc(0);
  if (a == b) return 1;
  free(a);
  free(b);
}
