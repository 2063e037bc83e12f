// SPDX-License-Identifier: MIT
// explore:
#include <pthread.h>

static void* spin(void* unused) {
  pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, 0);
  for (;;) sched_yield();
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, 0, spin, 0);
  for (int i = 0; i < 100; ++i) sched_yield();
  pthread_cancel(thread);
  pthread_join(thread, 0);
}
