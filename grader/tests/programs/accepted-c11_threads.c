// SPDX-License-Identifier: MIT
// explore: --flag=-std=c11
#include <assert.h>
#include <stdatomic.h>
#include <threads.h>
#include <time.h>

static mtx_t lock;
static mtx_t again;
static cnd_t ready;
static int is_ready;
static int count;
static atomic_int hits;
static once_flag once = ONCE_FLAG_INIT;
static tss_t own;

static void start(void) { ++count; }

static int work(void *argument) {
  call_once(&once, start);
  tss_set(own, argument);
  mtx_lock(&lock);
  while (!is_ready) cnd_wait(&ready, &lock);
  mtx_unlock(&lock);
  mtx_lock(&again);
  mtx_lock(&again);
  mtx_unlock(&again);
  mtx_unlock(&again);
  atomic_fetch_add(&hits, 1);
  thrd_yield();
  assert(tss_get(own) == argument);
  return *(int *)argument;
}

int main(void) {
  mtx_init(&lock, mtx_plain);
  mtx_init(&again, mtx_plain | mtx_recursive);
  cnd_init(&ready);
  tss_create(&own, NULL);
  int one = 1, two = 2;
  thrd_t a, b;
  if (thrd_create(&a, work, &one) != thrd_success) return 1;
  if (thrd_create(&b, work, &two) != thrd_success) return 1;
  thrd_sleep(&(struct timespec){.tv_sec = 1}, NULL);
  mtx_lock(&lock);
  is_ready = 1;
  cnd_broadcast(&ready);
  mtx_unlock(&lock);
  int from_a, from_b;
  thrd_join(a, &from_a);
  thrd_join(b, &from_b);
  assert(from_a == 1 && from_b == 2 && hits == 2 && count == 1);
  mtx_destroy(&lock);
  cnd_destroy(&ready);
  tss_delete(own);
  return 0;
}
