// SPDX-License-Identifier: MIT
// The same with POSIX.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  sem_t semaphore;
  sem_init(&semaphore, 0, 1);
  sem_wait(&semaphore);
  sem_destroy(&semaphore);
}

KATA_SCENARIOS(kata::forbid(kata::Primitive::semaphore, "Use a condition variable.");
               kata::scenario("run", run);)
