// SPDX-License-Identifier: MIT
// explore: --races allow
// Main returns without a join, but the other thread may be faster, and sees what main wrote last.
#include <assert.h>
#include <pthread.h>

int told;

static void* look_twice(void* unused) {
  if (told) return unused;
  assert(!told);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, 0, look_twice, 0);
  told = 1;
}
