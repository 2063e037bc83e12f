// SPDX-License-Identifier: MIT
// The submission aborts.
#include <kata/kata.hpp>

void run(kata::Schedule&) { std::abort(); }

KATA_SCENARIOS(kata::scenario("run", run);)
