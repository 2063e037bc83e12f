// SPDX-License-Identifier: MIT
// explore: --schedules 1000
#include <pthread.h>

static pthread_barrier_t global;

static void use_local(void) {
  pthread_barrier_t local;
  pthread_barrier_init(&local, NULL, 1);
  pthread_barrier_wait(&local);
}

int main(void) {
  for (int i = 0; i < 2; i++) {
    pthread_barrier_init(&global, NULL, 1);
    pthread_barrier_wait(&global);
    pthread_barrier_destroy(&global);
    use_local();
  }
  return 0;
}
