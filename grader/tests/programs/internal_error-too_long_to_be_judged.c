// SPDX-License-Identifier: MIT
// explore:
#include <pthread.h>
#include <stdatomic.h>

static atomic_int counter;

static void* count(void* argument) {
  for (int i = 0; i < 100000000; i++) counter++;
  return argument;
}

int main(void) {
  pthread_t threads[2];
  for (int i = 0; i < 2; i++) pthread_create(&threads[i], NULL, count, NULL);
  for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
  return 0;
}
