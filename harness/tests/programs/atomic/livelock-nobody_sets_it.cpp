// SPDX-License-Identifier: MIT
// A spin on an atomic that nobody sets.
#include <kata/kata.hpp>

std::atomic<bool> ready{false};

void run(kata::Schedule&) {
  while (!ready) {
  }
}

KATA_SCENARIOS(kata::scenario("run", run);)
