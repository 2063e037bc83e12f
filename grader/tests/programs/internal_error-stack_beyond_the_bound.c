// SPDX-License-Identifier: MIT
// explore:
#include <pthread.h>

static void *run(void *argument) { return argument; }

int main(void) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 200 << 20);
  pthread_t thread;
  pthread_create(&thread, &attributes, run, NULL);
  pthread_join(thread, NULL);
  return 0;
}
