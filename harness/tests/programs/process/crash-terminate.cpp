// SPDX-License-Identifier: MIT
// std::terminate is called.
#include <kata/kata.hpp>

void run(kata::Schedule&) { std::terminate(); }

KATA_SCENARIOS(kata::scenario("run", run);)
