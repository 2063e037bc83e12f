// SPDX-License-Identifier: MIT
// explore:
#include <semaphore.h>

int main(void) {
  sem_post((sem_t *)0xdead0000);
  return 0;
}
