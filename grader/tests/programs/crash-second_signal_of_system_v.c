// SPDX-License-Identifier: MIT
// explore:
// The handler was for one signal; the second one ends the program.
#define _XOPEN_SOURCE 700
#include <signal.h>

static void nothing(int signal) { (void)signal; }

int main(void) {
  signal(SIGUSR1, nothing);
  raise(SIGUSR1);
  raise(SIGUSR1);
  return 0;
}
