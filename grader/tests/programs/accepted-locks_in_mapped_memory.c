// SPDX-License-Identifier: MIT
// explore: --schedules 70000
// Locks lie in memory from mmap and valloc; each schedule maps its own.
#define _GNU_SOURCE
#include <assert.h>
#include <malloc.h>
#include <pthread.h>
#include <sys/mman.h>

struct shared {
  pthread_mutex_t mutex;
  pthread_rwlock_t lock;
  int one, two;
};

static struct shared *mapped, *valloced;

static void *work(void *argument) {
  struct shared *both[] = {mapped, valloced};
  for (int i = 0; i < 2; i++) {
    pthread_mutex_lock(&both[i]->mutex);
    both[i]->one++;
    pthread_mutex_unlock(&both[i]->mutex);
    pthread_rwlock_wrlock(&both[i]->lock);
    both[i]->two++;
    pthread_rwlock_unlock(&both[i]->lock);
  }
  return argument;
}

static void make(struct shared *one) {
  one->one = one->two = 0;
  pthread_mutex_init(&one->mutex, NULL);
  pthread_rwlock_init(&one->lock, NULL);
}

int main(void) {
  mapped = mmap(NULL, sizeof *mapped, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  assert(mapped != MAP_FAILED);
  valloced = valloc(sizeof *valloced);
  make(mapped);
  make(valloced);
  pthread_t threads[2];
  for (int i = 0; i < 2; i++) pthread_create(&threads[i], NULL, work, NULL);
  for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
  assert(mapped->one == 2 && mapped->two == 2 && valloced->one == 2 && valloced->two == 2);
  return 0;
}
