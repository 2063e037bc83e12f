// SPDX-License-Identifier: MIT
// explore:
// Without a handler a signal ends the program.
#include <signal.h>

int main(void) { return raise(SIGTERM); }
