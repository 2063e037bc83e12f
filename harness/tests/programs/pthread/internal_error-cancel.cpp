// SPDX-License-Identifier: MIT
// Cancellation is not modelled.
#include <kata/kata.hpp>

void* wait(void*) {
  for (;;) pthread_testcancel();
}

void run(kata::Schedule&) {
  pthread_t thread;
  pthread_create(&thread, nullptr, wait, nullptr);
  pthread_cancel(thread);
  pthread_join(thread, nullptr);
}

KATA_SCENARIOS(kata::scenario("run", run);)
