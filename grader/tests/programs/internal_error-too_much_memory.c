// SPDX-License-Identifier: MIT
// explore:
// It may have its reasons.
#include <stdlib.h>

int main(void) {
  for (int i = 0; i < 100; i++) {
    char *block = malloc(10 << 20);
    block[0] = 1;
  }
  return 0;
}
