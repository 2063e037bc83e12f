// SPDX-License-Identifier: MIT
// A semaphore with a name.
#include <kata/kata.hpp>

#include <fcntl.h>

void run(kata::Schedule&) { sem_open("/kata", O_CREAT, 0600, 0); }

KATA_SCENARIOS(kata::scenario("run", run);)
