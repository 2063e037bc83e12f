// Policies and priorities are read back as they were set, at creation and later.
// explore: --schedules 300
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <unistd.h>

static void expect(pthread_t thread, int policy, int priority) {
  int found;
  struct sched_param parameters;
  assert(pthread_getschedparam(thread, &found, &parameters) == 0);
  assert(found == policy && parameters.sched_priority == priority);
}

static void *explicit_policy(void *unused) {
  expect(pthread_self(), SCHED_RR, 4);
  assert(pthread_setschedprio(pthread_self(), 6) == 0);
  expect(pthread_self(), SCHED_RR, 6);
  assert(pthread_setschedprio(pthread_self(), 1000) == EINVAL);
  return unused;
}

static void *inherited_policy(void *unused) {
  expect(pthread_self(), SCHED_FIFO, 8);
  assert(sched_getscheduler(0) == SCHED_FIFO);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_attr_t attributes;
  struct sched_param parameters = {.sched_priority = 4};
  expect(pthread_self(), SCHED_OTHER, 0);
  assert(pthread_setschedparam(pthread_self(), SCHED_OTHER, &parameters) == EINVAL);
  pthread_attr_init(&attributes);
  pthread_attr_setinheritsched(&attributes, PTHREAD_EXPLICIT_SCHED);
  pthread_attr_setschedpolicy(&attributes, SCHED_RR);
  pthread_attr_setschedparam(&attributes, &parameters);
  assert(pthread_create(&thread, &attributes, explicit_policy, 0) == 0);
  pthread_join(thread, 0);
  parameters.sched_priority = 8;
  assert(sched_setscheduler(getpid(), SCHED_FIFO, &parameters) == 0);
  assert(pthread_create(&thread, 0, inherited_policy, 0) == 0);
  pthread_join(thread, 0);
  assert(sched_getparam(0, &parameters) == 0 && parameters.sched_priority == 8);
  return 0;
}
