// SPDX-License-Identifier: MIT
// sem_post of a semaphore that is at its maximum fails.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  sem_t semaphore;
  sem_init(&semaphore, 0, SEM_VALUE_MAX);
  schedule.expect(sem_post(&semaphore) == 0, "sem_post beyond the maximum fails");
}

KATA_SCENARIOS(kata::scenario("run", run);)
