// SPDX-License-Identifier: MIT
// The exception of a task comes out of get().
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  auto future = std::async(std::launch::async, []() -> int { throw std::runtime_error("late"); });
  future.get();
}

KATA_SCENARIOS(kata::scenario("run", run);)
