// SPDX-License-Identifier: MIT
// A sem_t that sem_init never made.
#include <kata/kata.hpp>

sem_t semaphore;

void run(kata::Schedule&) {
  sem_post(&semaphore);
  sem_wait(&semaphore);
}

KATA_SCENARIOS(kata::scenario("run", run);)
