// A thread that changes stacks by itself: what it leaves behind stays alive.
// explore: --schedules 1000
#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdlib.h>
#include <ucontext.h>

static ucontext_t outside, inside;
static sem_t asked, done;
static int *where;

static void *increment(void *unused) {
  sem_wait(&asked);
  ++*where;
  sem_post(&done);
  return unused;
}

static void on_another_stack(void) {
  sem_post(&asked);
  sched_yield();
  sem_wait(&done);
}

int main(void) {
  pthread_t thread;
  int mine = 1;
  sem_init(&asked, 0, 0);
  sem_init(&done, 0, 0);
  where = &mine;
  pthread_create(&thread, 0, increment, 0);
  getcontext(&inside);
  inside.uc_stack.ss_sp = malloc(1 << 16);
  inside.uc_stack.ss_size = 1 << 16;
  inside.uc_link = &outside;
  makecontext(&inside, on_another_stack, 0);
  swapcontext(&outside, &inside);
  assert(mine == 2);
  pthread_join(thread, 0);
  free(inside.uc_stack.ss_sp);
  return 0;
}
