// SPDX-License-Identifier: MIT
// explore:
// A signal that a thread sends itself is a call of the handler; no schedule finds another's.
#include <assert.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static atomic_int calls;
static _Thread_local int of_this_thread;

static void count(int number) {
  assert(number == SIGUSR1);
  ++calls;
  ++of_this_thread;
}

static void once(int number, siginfo_t* info, void* unused) {
  (void)unused;
  assert(info->si_signo == number);
  calls += 10;
}

static void* send(void* unused) {
  sigset_t mask;
  assert(pthread_sigmask(SIG_BLOCK, 0, &mask) == 0);
  assert(sigismember(&mask, SIGINT) == 1 && sigismember(&mask, SIGUSR1) == 0);
  raise(SIGUSR1);
  pthread_kill(pthread_self(), SIGUSR1);
  assert(of_this_thread == 2);
  return unused;
}

int main(void) {
  struct sigaction action, old;
  memset(&action, 0, sizeof action);
  alarm(60);  // a watchdog, which does not bite
  assert(sigaction(SIGUSR1, 0, &old) == 0 && old.sa_handler == SIG_DFL);
  assert(signal(SIGUSR1, count) == SIG_DFL);
  action.sa_sigaction = once;
  action.sa_flags = SA_SIGINFO | SA_RESETHAND;
  sigaction(SIGTERM, &action, 0);
  signal(SIGPIPE, SIG_IGN);
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  sigprocmask(SIG_BLOCK, &interrupt, 0);
  pthread_t thread;
  pthread_create(&thread, 0, send, 0);
  kill(getpid(), SIGTERM);
  raise(SIGPIPE);
  raise(SIGCHLD);
  assert(kill(getpid(), 0) == 0 && raise(1000) == -1);
  pthread_join(thread, 0);
  sigaction(SIGTERM, 0, &old);
  assert(old.sa_handler == SIG_DFL);
  return calls != 12;
}
