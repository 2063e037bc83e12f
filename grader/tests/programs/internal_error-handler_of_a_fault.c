// SPDX-License-Identifier: MIT
// explore:
// The program means to go on after its own fault.
#include <setjmp.h>
#include <signal.h>

static sigjmp_buf before;

static void go_back(int signal) {
  (void)signal;
  siglongjmp(before, 1);
}

int main(void) {
  int *volatile nothing = 0;
  signal(SIGSEGV, go_back);
  if (sigsetjmp(before, 1) == 0) *nothing = 1;
  return 0;
}
