// SPDX-License-Identifier: MIT
// explore:
// POSIX lets a thread hold several read locks, and glibc's readers pass waiting writers.
#include <pthread.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static int value;

static int look(void) {
  pthread_rwlock_rdlock(&lock);
  const int seen = value;
  pthread_rwlock_unlock(&lock);
  return seen;
}

static void* write_it(void* argument) {
  pthread_rwlock_wrlock(&lock);
  value++;
  pthread_rwlock_unlock(&lock);
  return argument;
}

int main(void) {
  pthread_t writer;
  pthread_create(&writer, NULL, write_it, NULL);
  pthread_rwlock_rdlock(&lock);
  const int first = value;
  const int second = look();
  pthread_rwlock_unlock(&lock);
  pthread_join(writer, NULL);
  return first != second;
}
