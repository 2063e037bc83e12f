// SPDX-License-Identifier: MIT
// explore:
// Other processes could change what is in it.
#include <fcntl.h>
#include <sys/mman.h>

int main(void) { return shm_open("/of_this_test", O_RDWR | O_CREAT, 0600) < 0; }
