// SPDX-License-Identifier: MIT
// A thread started by a global object's constructor.
#include <kata/kata.hpp>

struct Starter {
  std::thread thread{[] {}};
  ~Starter() { thread.join(); }
} starter;

void run(kata::Schedule&) {}

KATA_SCENARIOS(kata::scenario("run", run);)
