// SPDX-License-Identifier: MIT
// A reader locks exclusively without letting go first.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::shared_mutex mutex;
  const std::shared_lock reader(mutex);
  const std::unique_lock writer(mutex);
}

KATA_SCENARIOS(kata::scenario("run", run);)
