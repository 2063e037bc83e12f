// SPDX-License-Identifier: MIT
// A static local whose initialiser needs it.
#include <kata/kata.hpp>

int first();
int second() { return first(); }
int first() {
  static int value = second();
  return value;
}

void run(kata::Schedule& schedule) { schedule.expect(first() == 0, "never"); }

KATA_SCENARIOS(kata::scenario("run", run);)
