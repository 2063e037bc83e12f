// SPDX-License-Identifier: MIT
// explore:
// In a program that may be; but then the judge knows nothing of its memory.
#include <stddef.h>

static char pool[1000];
static size_t used;

void *malloc(size_t size) {
  void *memory = pool + used;
  used += (size + 15) / 16 * 16;
  return memory;
}

void free(void *memory) {}

int main(void) {
  char *memory = malloc(3);
  memory[0] = 1;
  free(memory);
  return 0;
}
