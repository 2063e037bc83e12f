// SPDX-License-Identifier: MIT
// explore: --races allow --schedules 20
// Very many reads that change nothing are no livelock while they come to an end.
#include <pthread.h>

enum { count = 60000 };
static int values[count];

static void* write_one(void* argument) {
  values[7] = 1;
  return argument;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, write_one, NULL);
  long sum = 0;
  for (int i = 0; i < count; i++) sum += values[i];
  pthread_join(thread, NULL);
  return sum > 1;
}
