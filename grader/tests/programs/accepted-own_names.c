// SPDX-License-Identifier: MIT
// explore: --schedules 2000
// Functions that have names of the C library's, which this program does not use.
typedef unsigned long pthread_t;
int pthread_create(pthread_t *, const void *, void *(*)(void *), void *);
int pthread_join(pthread_t, void **);

int sched_yield(void) { return 0; }
int remove(const int *from) { return *from; }
int rand(void) { return 4; }
int nanosleep(int for_long) { return for_long; }
int sem_wait(int *value) { return --*value; }

static void *run(void *argument) {
  int number = 3;
  sched_yield();
  return (void *)(long)(remove(&number) + rand() + nanosleep(2) + sem_wait(&number));
}

int main(void) {
  pthread_t thread;
  void *result;
  pthread_create(&thread, 0, run, 0);
  pthread_join(thread, &result);
  return (int)(long)result - 11;
}
