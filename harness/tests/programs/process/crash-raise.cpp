// SPDX-License-Identifier: MIT
// The submission raises a signal.
#include <kata/kata.hpp>

#include <csignal>

void run(kata::Schedule&) { std::raise(SIGTERM); }

KATA_SCENARIOS(kata::scenario("run", run);)
