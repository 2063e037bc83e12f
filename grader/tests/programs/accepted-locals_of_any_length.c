// Another thread works on arrays of variable length and on memory from alloca, in order.
// explore: --schedules 2000
#include <alloca.h>
#include <assert.h>
#include <pthread.h>
#include <semaphore.h>

static sem_t asked, done;
static int *where;

static void *increment(void *unused) {
  for (int i = 0; i < 3; ++i) {
    sem_wait(&asked);
    ++*where;
    sem_post(&done);
  }
  return unused;
}

static void ask(int *place) {
  where = place;
  sem_post(&asked);
  sem_wait(&done);
}

static void one(int length) {
  int values[length + 1];
  values[length] = length;
  ask(&values[length]);
  assert(values[length] == length + 1);
}

static int deep(int n) { return n == 0 ? 0 : 1 + deep(n - 1); }

int main(void) {
  pthread_t thread;
  sem_init(&asked, 0, 0);
  sem_init(&done, 0, 0);
  pthread_create(&thread, 0, increment, 0);
  one(2);
  deep(30);
  one(40);
  int *taken = alloca((unsigned long)deep(7) * sizeof *taken);
  *taken = 5;
  ask(taken);
  assert(*taken == 6);
  pthread_join(thread, 0);
  return 0;
}
