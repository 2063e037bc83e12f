// SPDX-License-Identifier: MIT
// explore:
// Named semaphores are those of one process, and of one schedule.
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>

static int shared;

static void* count(void* unused) {
  sem_t* lock = sem_open("/lock", 0);
  sem_wait(lock);
  ++shared;
  sem_post(lock);
  sem_close(lock);
  return unused;
}

int main(void) {
  pthread_t thread;
  assert(sem_open("/lock", 0) == SEM_FAILED && errno == ENOENT);
  assert(sem_unlink("/lock") == -1 && errno == ENOENT);
  sem_t* lock = sem_open("/lock", O_CREAT | O_EXCL, 0600, 1);
  assert(lock != SEM_FAILED);
  assert(sem_open("/lock", O_CREAT | O_EXCL, 0600, 1) == SEM_FAILED && errno == EEXIST);
  assert(sem_open("/lock", O_CREAT, 0600, 5) == lock);
  pthread_create(&thread, 0, count, 0);
  sem_wait(lock);
  ++shared;
  sem_post(lock);
  pthread_join(thread, 0);
  assert(sem_unlink("/lock") == 0);
  int value;
  sem_getvalue(lock, &value);
  return shared != 2 || value != 1;
}
