// SPDX-License-Identifier: MIT
// explore: --schedules 5000
// Synchronisation objects made by one thread and used by another, always in that order; made again
// in the same place, destroyed before or not; and some that no call makes.
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>

struct All {
  pthread_mutex_t mutex;
  pthread_cond_t condition;
  pthread_rwlock_t lock;
  sem_t semaphore;
  pthread_barrier_t barrier;
  pthread_spinlock_t spin;
  int count;
};

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t published = PTHREAD_COND_INITIALIZER;
static struct All *late;

static void make(struct All *all) {
  pthread_mutex_init(&all->mutex, NULL);
  pthread_cond_init(&all->condition, NULL);
  pthread_rwlock_init(&all->lock, NULL);
  sem_init(&all->semaphore, 0, 0);
  pthread_barrier_init(&all->barrier, NULL, 2);
  pthread_spin_init(&all->spin, 0);
  all->count = 0;
}

static void destroy(struct All *all) {
  pthread_mutex_destroy(&all->mutex);
  pthread_cond_destroy(&all->condition);
  pthread_rwlock_destroy(&all->lock);
  sem_destroy(&all->semaphore);
  pthread_barrier_destroy(&all->barrier);
  pthread_spin_destroy(&all->spin);
}

static void *run(void *argument) {
  struct All *all = argument;
  if (all == NULL) {
    pthread_mutex_lock(&mutex);
    while (late == NULL) pthread_cond_wait(&published, &mutex);
    all = late;
    pthread_mutex_unlock(&mutex);
  }
  pthread_mutex_lock(&all->mutex);
  all->count++;
  pthread_cond_signal(&all->condition);
  pthread_mutex_unlock(&all->mutex);
  pthread_rwlock_wrlock(&all->lock);
  pthread_rwlock_unlock(&all->lock);
  pthread_spin_lock(&all->spin);
  pthread_spin_unlock(&all->spin);
  sem_post(&all->semaphore);
  pthread_barrier_wait(&all->barrier);
  return NULL;
}

static void use(struct All *all, int published_later) {
  pthread_t thread;
  pthread_create(&thread, NULL, run, published_later ? NULL : all);
  if (published_later) {
    make(all);
    pthread_mutex_lock(&mutex);
    late = all;
    pthread_cond_signal(&published);
    pthread_mutex_unlock(&mutex);
  }
  pthread_mutex_lock(&all->mutex);
  while (all->count == 0) pthread_cond_wait(&all->condition, &all->mutex);
  pthread_mutex_unlock(&all->mutex);
  sem_wait(&all->semaphore);
  pthread_barrier_wait(&all->barrier);
  pthread_join(thread, NULL);
}

int main(void) {
  struct All local;
  make(&local);
  use(&local, 0);
  destroy(&local);
  make(&local);
  use(&local, 0);
  make(&local);
  use(&local, 0);
  struct All *all = malloc(sizeof *all);
  use(all, 1);
  destroy(all);
  free(all);
  return 0;
}
