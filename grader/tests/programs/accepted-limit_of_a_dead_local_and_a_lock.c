// A limit: the threads have synchronised since another frame lies in the dead variable's place.
// explore: --schedules 200
#include <pthread.h>
#include <sched.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static volatile char *kept;
static int stage;

static int at(int wanted) {
  pthread_mutex_lock(&mutex);
  const int now = stage;
  pthread_mutex_unlock(&mutex);
  return now >= wanted;
}

static void go_to(int next) {
  pthread_mutex_lock(&mutex);
  stage = next;
  pthread_mutex_unlock(&mutex);
}

static void keep(void) {
  volatile char mine[64] = {0};
  kept = &mine[32];
}

static void wait_in_its_place(void) {
  char room[512];
  room[0] = 0;
  go_to(1);
  while (!at(2)) sched_yield();
}

static void *use(void *unused) {
  while (!at(1)) sched_yield();
  const char read = *kept;
  (void)read;
  go_to(2);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, 0, use, 0);
  keep();
  wait_in_its_place();
  pthread_join(thread, 0);
  return 0;
}
