// SPDX-License-Identifier: MIT
// The same memory is freed twice.
// not with clang: it leaves a new and delete out that nobody can notice
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  auto* value = new int(1);
  auto* again = value;
  delete value;
  delete again;
}

KATA_SCENARIOS(kata::scenario("run", run);)
