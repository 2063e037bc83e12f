// SPDX-License-Identifier: MIT
// explore:
// A read whose value nobody needs is one all the same.
#include <pthread.h>

int shared;

static void* look(void* unused) {
  int seen = shared;
  (void)seen;
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, 0, look, 0);
  shared = 1;
  pthread_join(thread, 0);
}
