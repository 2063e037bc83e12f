// SPDX-License-Identifier: MIT
// An exception leaves the call itself.
#include <kata/kata.hpp>

void run(kata::Schedule&) { throw std::logic_error("out of the call"); }

KATA_SCENARIOS(kata::scenario("run", run);)
