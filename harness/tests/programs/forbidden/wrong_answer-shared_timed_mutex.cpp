// SPDX-License-Identifier: MIT
// The same of a shared mutex.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::shared_timed_mutex mutex;
  if (mutex.try_lock_shared_for(std::chrono::milliseconds(1))) mutex.unlock_shared();
}

KATA_SCENARIOS(kata::forbid(kata::Primitive::timed_mutex, "Use a condition variable.");
               kata::scenario("run", run);)
