// The function that starts a thread gives it the address of a local variable, and returns.
// explore: --schedules 1000
#include <pthread.h>

static void *set(void *argument) {
  *(long *)argument = 1;
  return 0;
}

static void start(pthread_t *thread) {
  long flag = 0;
  pthread_create(thread, 0, set, &flag);
}

int main(void) {
  pthread_t thread;
  start(&thread);
  pthread_join(thread, 0);
  return 0;
}
