// SPDX-License-Identifier: MIT
// explore:
// A program may start another, and it is no fault of its that we cannot follow.
#include <unistd.h>

int main(void) { return fork() < 0; }
