// SPDX-License-Identifier: MIT
// explore:
#include <threads.h>

static mtx_t first, second;

static int work(void *argument) {
  (void)argument;
  mtx_lock(&second);
  mtx_lock(&first);
  mtx_unlock(&first);
  mtx_unlock(&second);
  return 0;
}

int main(void) {
  thrd_t thread;
  mtx_init(&first, mtx_plain);
  mtx_init(&second, mtx_plain);
  thrd_create(&thread, work, 0);
  mtx_lock(&first);
  mtx_lock(&second);
  mtx_unlock(&second);
  mtx_unlock(&first);
  thrd_join(thread, 0);
  return 0;
}
