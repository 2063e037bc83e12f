// SPDX-License-Identifier: MIT
// The submission forks.
#include <kata/kata.hpp>

void run(kata::Schedule&) { fork(); }

KATA_SCENARIOS(kata::scenario("run", run);)
