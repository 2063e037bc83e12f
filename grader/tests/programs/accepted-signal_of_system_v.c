// SPDX-License-Identifier: MIT
// explore: --schedules 100
// With these macros signal() sets a handler for one signal.
#define _XOPEN_SOURCE 700
#include <pthread.h>
#include <signal.h>

static volatile sig_atomic_t signals;

static void count(int signal) {
  (void)signal;
  ++signals;
}

static void *nothing(void *argument) { return argument; }

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, nothing, NULL);
  pthread_join(thread, NULL);
  signal(SIGUSR1, count);
  raise(SIGUSR1);
  if (signal(SIGUSR1, count) != SIG_DFL) return 1;
  raise(SIGUSR1);
  return signals == 2 ? 0 : 2;
}
