// SPDX-License-Identifier: MIT
// sem_wait on a semaphore that nobody posts.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  sem_t semaphore;
  sem_init(&semaphore, 0, 0);
  sem_wait(&semaphore);
}

KATA_SCENARIOS(kata::scenario("run", run);)
