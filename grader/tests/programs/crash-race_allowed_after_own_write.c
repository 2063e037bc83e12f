// SPDX-License-Identifier: MIT
// explore: --races allow
// Between a write and the same thread's read of it the other writes: both accesses are points,
// though only the write is named by the race, and the compiler could do without the read.
#include <assert.h>
#include <pthread.h>

int cells[2];

static void* check(void* unused) {
  cells[1] = 1;
  cells[1] = 2;
  assert(cells[1] == 2);
  return unused;
}

static void* disturb(void* unused) {
  cells[1] = 3;
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, check, 0);
  pthread_create(&b, 0, disturb, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
}
