// SPDX-License-Identifier: MIT
// Freed memory is used again.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  auto* value = new int(1);
  delete value;
  schedule.expect(*value != 12345, "it reads");
}

KATA_SCENARIOS(kata::scenario("run", run);)
