// SPDX-License-Identifier: MIT
// The judge forbids recursive mutexes, and a thread locks one, once.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::recursive_mutex mutex;
  const std::lock_guard lock(mutex);
}

KATA_SCENARIOS(kata::forbid(kata::Primitive::recursive_mutex, "Use a mutex.");
               kata::scenario("run", run);)
