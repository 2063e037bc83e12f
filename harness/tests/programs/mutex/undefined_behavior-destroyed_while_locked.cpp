// SPDX-License-Identifier: MIT
// The memory of a locked mutex is given back.
#include <kata/kata.hpp>

struct Owner {
  std::mutex mutex;
  int value = 0;
};

void run(kata::Schedule&) {
  auto owner = std::make_unique<Owner>();
  owner->mutex.lock();
  owner.reset();
}

KATA_SCENARIOS(kata::scenario("run", run);)
