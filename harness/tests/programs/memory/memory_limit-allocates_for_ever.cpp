// SPDX-License-Identifier: MIT
// A loop that never stops allocating.
// seeds: 2
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::list<std::vector<char>> kept;
  for (;;) kept.emplace_back(1 << 16);
}

KATA_SCENARIOS(kata::scenario("run", run);)
