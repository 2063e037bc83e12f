// SPDX-License-Identifier: MIT
// A global object's constructor ends the process.
#include <kata/kata.hpp>

struct Ender {
  Ender() { std::exit(0); }
} ender;

void run(kata::Schedule&) {}

KATA_SCENARIOS(kata::scenario("run", run);)
