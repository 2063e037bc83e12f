// SPDX-License-Identifier: MIT
// explore: --schedules 3
// Freed when freed memory is used again already; but others were freed before.
#include <stdlib.h>

int main(void) {
  char *first = malloc(1000);
  for (int i = 0; i < 60000; i++) {
    char *block = malloc(1000);
    block[0] = 1;
    free(block);
    if (i == 55000) free(first);
  }
  return first[4];
}
