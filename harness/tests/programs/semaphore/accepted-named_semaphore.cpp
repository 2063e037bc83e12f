// SPDX-License-Identifier: MIT
// A semaphore with a name, which no schedule finds from the one before.
#include <kata/kata.hpp>

#include <fcntl.h>

void run(kata::Schedule& s) {
  s.expect(sem_open("/kata", 0) == SEM_FAILED, "there is none");
  sem_t* semaphore = sem_open("/kata", O_CREAT, 0600, 0);
  std::jthread other([] { sem_post(sem_open("/kata", 0)); });
  sem_wait(semaphore);
}

KATA_SCENARIOS(kata::scenario("run", run);)
