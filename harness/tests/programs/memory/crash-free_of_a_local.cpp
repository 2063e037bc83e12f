// SPDX-License-Identifier: MIT
// free of something that malloc never returned.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  int local = 0;
  int* volatile pointer = &local;
  std::free(pointer);
}

KATA_SCENARIOS(kata::scenario("run", run);)
