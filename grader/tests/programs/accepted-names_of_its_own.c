// SPDX-License-Identifier: MIT
// explore:
// The names of system calls are the program's to use.
#include <pthread.h>

static int cell;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void* read(void* found) {
  pthread_mutex_lock(&lock);
  *(int*)found = cell;
  pthread_mutex_unlock(&lock);
  return 0;
}

void* write(void* unused) {
  pthread_mutex_lock(&lock);
  cell = 1;
  pthread_mutex_unlock(&lock);
  return unused;
}

void close(void) { cell = 2; }
int mmap = 4, sigaction = 5;

int main(void) {
  pthread_t reader, writer;
  int found = 3;
  pthread_create(&reader, 0, read, &found);
  pthread_create(&writer, 0, write, 0);
  pthread_join(reader, 0);
  pthread_join(writer, 0);
  close();
  return (found != 0 && found != 1) || mmap + sigaction != 9 || cell != 2;
}
