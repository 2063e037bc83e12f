// SPDX-License-Identifier: MIT
// explore: -- one --two
// main gets its arguments anew in each schedule, and may write to them.
#include <assert.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  assert(argc == 3 && argv[argc] == NULL);
  assert(strcmp(argv[0], "accepted-arguments") == 0);
  assert(strcmp(argv[1], "one") == 0 && strcmp(argv[2], "--two") == 0);
  argv[1][0] = 'x';
  argv[2] = NULL;
  return atoi("0");
}
