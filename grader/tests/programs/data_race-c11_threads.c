// SPDX-License-Identifier: MIT
// explore:
#include <threads.h>

static mtx_t lock;
static int value;

static int work(void *argument) {
  (void)argument;
  mtx_lock(&lock);
  ++value;
  mtx_unlock(&lock);
  return 0;
}

int main(void) {
  thrd_t thread;
  mtx_init(&lock, mtx_plain);
  thrd_create(&thread, work, 0);
  ++value;
  thrd_join(thread, 0);
  return 0;
}
