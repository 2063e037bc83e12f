// SPDX-License-Identifier: MIT
// explore:
#include <assert.h>
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int value;

static void *work(void *argument) {
  pthread_mutex_lock(&lock);
  int seen = value;
  pthread_mutex_unlock(&lock);
  pthread_mutex_lock(&lock);
  value = seen + 1;
  pthread_mutex_unlock(&lock);
  return argument;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, work, 0);
  pthread_create(&b, 0, work, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  assert(value == 2);
}
