// SPDX-License-Identifier: MIT
// A mutex that was never locked is unlocked.
#include <kata/kata.hpp>

std::mutex mutex;

void run(kata::Schedule&) { mutex.unlock(); }

KATA_SCENARIOS(kata::scenario("run", run);)
