// SPDX-License-Identifier: MIT
// A pthread that nobody joins works on after the call.
#include <kata/kata.hpp>

std::atomic<int> counter{0};

void* work(void*) {
  for (int i = 0; i < 5; ++i) ++counter;
  return nullptr;
}

void run(kata::Schedule&) {
  pthread_t thread;
  pthread_create(&thread, nullptr, work, nullptr);
}

KATA_SCENARIOS(kata::scenario("run", run);)
