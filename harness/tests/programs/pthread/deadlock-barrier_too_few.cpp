// SPDX-License-Identifier: MIT
// Two of three come to the barrier.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  pthread_barrier_t barrier;
  pthread_barrier_init(&barrier, nullptr, 3);
  std::thread other([&] { pthread_barrier_wait(&barrier); });
  pthread_barrier_wait(&barrier);
  other.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
