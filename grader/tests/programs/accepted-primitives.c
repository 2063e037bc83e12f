// SPDX-License-Identifier: MIT
// explore: --flag=-D_GNU_SOURCE
// Every pthread primitive that a benchmark uses, and the builtins for atomics.
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t lock;
static pthread_cond_t ready;
static pthread_rwlock_t table_lock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_barrier_t barrier;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_spinlock_t spin;
static pthread_key_t key;
static sem_t semaphore;
static int table, made, under_spin, by_sync, by_atomic, is_ready, cleaned;

static void make(void) { ++made; }
static void clean(void *count) { ++*(int *)count; }

static void *work(void *seed) {
  unsigned own = *(unsigned *)seed;
  pthread_once(&once, make);
  if (rand_r(&own) % 2 == 0) usleep(10);
  pthread_rwlock_wrlock(&table_lock);
  ++table;
  pthread_rwlock_unlock(&table_lock);
  pthread_spin_lock(&spin);
  ++under_spin;
  pthread_spin_unlock(&spin);
  __sync_fetch_and_add(&by_sync, 1);
  __atomic_add_fetch(&by_atomic, 1, __ATOMIC_SEQ_CST);
  pthread_setspecific(key, seed);
  sched_yield();
  pthread_yield();
  pthread_barrier_wait(&barrier);
  assert(pthread_getspecific(key) == seed);
  pthread_rwlock_rdlock(&table_lock);
  assert(table == 2);
  pthread_rwlock_unlock(&table_lock);
  assert(__sync_fetch_and_add(&by_sync, 0) == 2);
  sem_post(&semaphore);
  pthread_mutex_lock(&lock);
  while (!is_ready) pthread_cond_wait(&ready, &lock);
  pthread_cleanup_push(clean, &cleaned);
  pthread_cleanup_pop(1);
  pthread_mutex_unlock(&lock);
  pthread_exit(seed);
}

int main(void) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_NORMAL);
  pthread_mutex_init(&lock, &attributes);
  pthread_cond_init(&ready, NULL);
  pthread_barrier_init(&barrier, NULL, 2);
  pthread_spin_init(&spin, PTHREAD_PROCESS_PRIVATE);
  pthread_key_create(&key, NULL);
  sem_init(&semaphore, 0, 0);
  srand(time(NULL));
  unsigned seeds[2] = {rand(), rand()};
  pthread_t threads[2];
  for (int i = 0; i < 2; ++i) pthread_create(&threads[i], NULL, work, &seeds[i]);
  sem_wait(&semaphore);
  while (sem_trywait(&semaphore) != 0) sleep(1);
  pthread_mutex_lock(&lock);
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_nsec = (until.tv_nsec + 1000) % 1000000000;
  const int error = pthread_cond_timedwait(&ready, &lock, &until);
  assert(error == ETIMEDOUT || error == 0);
  is_ready = 1;
  pthread_cond_broadcast(&ready);
  pthread_mutex_unlock(&lock);
  for (int i = 0; i < 2; ++i) {
    void *result;
    pthread_join(threads[i], &result);
    assert(result == &seeds[i]);
  }
  assert(made == 1 && under_spin == 2 && by_atomic == 2 && cleaned == 2);
  const struct timespec nap = {.tv_sec = 0, .tv_nsec = 5};
  nanosleep(&nap, NULL);
  return 0;
}
