// SPDX-License-Identifier: MIT
// A barrier that pthread_barrier_init never made.
#include <kata/kata.hpp>

pthread_barrier_t barrier;

void run(kata::Schedule&) { pthread_barrier_wait(&barrier); }

KATA_SCENARIOS(kata::scenario("run", run);)
