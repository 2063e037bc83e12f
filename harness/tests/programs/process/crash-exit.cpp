// SPDX-License-Identifier: MIT
// The submission ends the process as if all were well.
#include <kata/kata.hpp>

void run(kata::Schedule&) { std::exit(0); }

KATA_SCENARIOS(kata::scenario("run", run);)
