// SPDX-License-Identifier: MIT
// explore:
// A part of it that nobody ever used.
#include <stdlib.h>

int main(void) {
  char *block = malloc(20 << 20);
  block[0] = 1;
  free(block);
  return block[10 << 20];
}
