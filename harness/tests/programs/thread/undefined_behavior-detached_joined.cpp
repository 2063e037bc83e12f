// SPDX-License-Identifier: MIT
// pthread_join of a detached thread.
#include <kata/kata.hpp>

void* nothing(void*) { return nullptr; }

void run(kata::Schedule&) {
  pthread_t thread;
  pthread_create(&thread, nullptr, nothing, nullptr);
  pthread_detach(thread);
  pthread_join(thread, nullptr);
}

KATA_SCENARIOS(kata::scenario("run", run);)
