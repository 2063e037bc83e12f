// SPDX-License-Identifier: MIT
// explore:
#include <pthread.h>

int main(void) {
  pthread_cond_broadcast((pthread_cond_t *)0xdead0000);
  return 0;
}
