// SPDX-License-Identifier: MIT
// An exception meets a noexcept function on its way.
#include <kata/kata.hpp>

void inner() noexcept { throw std::runtime_error("not allowed out"); }

void run(kata::Schedule&) {
  try {
    inner();
  } catch (const std::runtime_error&) {
  }
}

KATA_SCENARIOS(kata::scenario("run", run);)
