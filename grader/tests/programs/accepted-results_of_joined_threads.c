// SPDX-License-Identifier: MIT
// explore: --schedules 1000
// What threads leave in main's variables, in globals and on the heap outlives them; so do the places
// of ended threads, which others take.
#include <assert.h>
#include <pthread.h>
#include <stdlib.h>

static int sums[3];

static void *add(void *argument) {
  int local = *(int *)argument;
  int *const result = malloc(sizeof *result);
  sums[local] += local;
  *result = local + sums[local];
  *(int *)argument = local + 1;
  return result;
}

int main(void) {
  for (int round = 0; round < 3; ++round) {
    pthread_t threads[3];
    int numbers[3] = {0, 1, 2};
    for (int i = 0; i < 3; ++i) pthread_create(&threads[i], 0, add, &numbers[i]);
    for (int i = 0; i < 3; ++i) {
      void *result;
      pthread_join(threads[i], &result);
      assert(numbers[i] == i + 1 && *(int *)result == i + sums[i]);
      free(result);
    }
  }
  return 0;
}
