// SPDX-License-Identifier: MIT
// A spin on an atomic that nobody sets.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  const std::atomic<bool> ready{false};
  while (!ready) {
  }
}

KATA_SCENARIOS(kata::scenario("run", run);)
