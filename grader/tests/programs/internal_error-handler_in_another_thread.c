// SPDX-License-Identifier: MIT
// explore:
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static void ignore(int number) { (void)number; }

static void* wait(void* unused) {
  sleep(1);
  return unused;
}

int main(void) {
  pthread_t thread;
  signal(SIGUSR1, ignore);
  pthread_create(&thread, 0, wait, 0);
  pthread_kill(thread, SIGUSR1);
  pthread_join(thread, 0);
}
