// A limit: a thread does not run on the stack that the program made for it.
// explore: --schedules 20
#include <pthread.h>
#include <stdlib.h>

#define SIZE (256 * 1024)
static char *stack;

static void *look(void *unused) {
  char here;
  const char *place = &here;
  if (place < stack || place >= stack + SIZE) exit(1);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_attr_t attributes;
  stack = aligned_alloc(4096, SIZE);
  pthread_attr_init(&attributes);
  pthread_attr_setstack(&attributes, stack, SIZE);
  pthread_create(&thread, &attributes, look, 0);
  pthread_join(thread, 0);
  return 0;
}
