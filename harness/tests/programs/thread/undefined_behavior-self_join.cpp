// SPDX-License-Identifier: MIT
// A thread joins itself.
#include <kata/kata.hpp>

void* self(void*) {
  pthread_join(pthread_self(), nullptr);
  return nullptr;
}

void run(kata::Schedule&) {
  pthread_t thread;
  pthread_create(&thread, nullptr, self, nullptr);
  pthread_join(thread, nullptr);
}

KATA_SCENARIOS(kata::scenario("run", run);)
