// SPDX-License-Identifier: MIT
// Threads that wait for each other through a pipe.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  int ends[2];
  if (pipe(ends) == 0) close(ends[0]);
}

KATA_SCENARIOS(kata::scenario("run", run);)
