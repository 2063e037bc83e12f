// SPDX-License-Identifier: MIT
// The memory of a shared mutex is given back while a reader holds it.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  auto mutex = std::make_unique<std::shared_mutex>();
  mutex->lock_shared();
  mutex.reset();
}

KATA_SCENARIOS(kata::scenario("run", run);)
