// SPDX-License-Identifier: MIT
// explore:
#include <pthread.h>

int main(void) {
  pthread_rwlock_rdlock((pthread_rwlock_t *)0xdead0000);
  return 0;
}
