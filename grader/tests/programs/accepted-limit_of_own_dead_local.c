// A limit: a local variable is used after its function has returned, by its own thread.
// explore: --schedules 50
#include <pthread.h>

static int *kept;

static void keep(void) {
  int mine = 0;
  kept = &mine;
}

static void *use(void *unused) {
  keep();
  *kept = 1;
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, 0, use, 0);
  pthread_join(thread, 0);
  return 0;
}
