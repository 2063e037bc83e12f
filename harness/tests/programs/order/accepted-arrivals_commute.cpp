// SPDX-License-Identifier: MIT
// Who comes first to a barrier is no difference, and neither is who is joined first.
// distinct: 1
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  pthread_barrier_t barrier;
  pthread_barrier_init(&barrier, nullptr, 3);
  const auto meet = [&] {
    pthread_barrier_wait(&barrier);
    pthread_barrier_wait(&barrier);
  };
  std::thread a(meet), b(meet), c(meet);
  a.join();
  b.join();
  c.join();
  pthread_barrier_destroy(&barrier);
}

KATA_SCENARIOS(kata::scenario("run", run);)
