// SPDX-License-Identifier: MIT
// With accepted-two_files.cpp.
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void add(int *counter) {
  pthread_mutex_lock(&lock);
  ++*counter;
  pthread_mutex_unlock(&lock);
}

int total(int *counter) { return *counter * TWICE / 2; }
