// SPDX-License-Identifier: MIT
// The judge forbids locks with a time limit.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::timed_mutex mutex;
  if (mutex.try_lock_for(std::chrono::milliseconds(1))) mutex.unlock();
}

KATA_SCENARIOS(kata::forbid(kata::Primitive::timed_mutex, "Use a condition variable.");
               kata::scenario("run", run);)
