// SPDX-License-Identifier: MIT
// explore: --schedules 2000
// As many rounds, threads or bytes as an open value says may be more than can be run: no fault.
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

int __VERIFIER_nondet_int(void);
static atomic_int rounds;

static void* go_round(void* count) {
  for (int i = 0; i < *(int*)count; ++i) ++rounds;
  return 0;
}

int main(void) {
  int size = __VERIFIER_nondet_int();
  int count = __VERIFIER_nondet_int();
  int* cells = malloc(size < 0 ? 0 : (size_t)size * sizeof(int));
  free(cells);
  pthread_t thread;
  pthread_create(&thread, 0, go_round, &count);
  pthread_join(thread, 0);
}
