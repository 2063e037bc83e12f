// SPDX-License-Identifier: MIT
// explore: --schedules 50
// The last two of very many run at the same time.
#include <pthread.h>

static int counter;

static void *count(void *argument) {
  counter++;
  return argument;
}

int main(void) {
  pthread_t one, two;
  for (int i = 0; i < 1500; i++) {
    pthread_create(&one, NULL, count, NULL);
    pthread_join(one, NULL);
  }
  pthread_create(&one, NULL, count, NULL);
  pthread_create(&two, NULL, count, NULL);
  pthread_join(one, NULL);
  pthread_join(two, NULL);
  return 0;
}
