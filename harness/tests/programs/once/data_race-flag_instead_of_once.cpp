// SPDX-License-Identifier: MIT
// A plain bool in place of a once flag.
#include <kata/kata.hpp>

bool initialised = false;
int value = 0;

void init() {
  if (!initialised) {
    value = 5;
    initialised = true;
  }
}

void run(kata::Schedule&) {
  std::thread a(init), b(init);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
