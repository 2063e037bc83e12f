// SPDX-License-Identifier: MIT
// explore:
// A thread that is cancelled ends where it waits, its handlers run with the mutex held, and whom it
// would have woken is none of theirs. One that forbids it goes on.
#include <assert.h>
#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static sem_t never;
static int handled;

static void unlock(void* unused) {
  (void)unused;
  ++handled;
  pthread_mutex_unlock(&lock);
}

static void* wait_for_condition(void* unused) {
  pthread_mutex_lock(&lock);
  pthread_cleanup_push(unlock, 0);
  for (;;) pthread_cond_wait(&changed, &lock);
  pthread_cleanup_pop(0);
  return unused;
}

static void* wait_for_semaphore(void* unused) {
  sem_wait(&never);
  return unused;
}

static void* sleep_on(void* unused) {
  for (;;) sleep(1);
  return unused;
}

static void* look(void* unused) {
  for (;;) pthread_testcancel();
  return unused;
}

static void* go_on(void* unused) {
  int old;
  assert(pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old) == 0);
  assert(old == PTHREAD_CANCEL_ENABLE);
  sleep(1);
  (void)unused;
  return &handled;
}

int main(void) {
  void* (*const all[])(void*) = {wait_for_condition, wait_for_semaphore, sleep_on, look};
  sem_init(&never, 0, 0);
  for (int i = 0; i < 4; ++i) {
    pthread_t thread;
    void* result;
    pthread_create(&thread, 0, all[i], 0);
    pthread_cancel(thread);
    pthread_join(thread, &result);
    assert(result == PTHREAD_CANCELED);
  }
  pthread_t thread;
  void* result;
  pthread_create(&thread, 0, go_on, 0);
  sleep(2);
  pthread_cancel(thread);
  pthread_join(thread, &result);
  assert(result == &handled);
  // Cancelled before it waited, it never held the mutex, or it ran the handler.
  assert(pthread_mutex_trylock(&lock) == 0);
  return handled != 1;
}
