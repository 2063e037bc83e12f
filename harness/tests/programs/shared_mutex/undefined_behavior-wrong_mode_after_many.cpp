// SPDX-License-Identifier: MIT
// The wrong mode comes late, after very many right ones, and again when the schedule is made again.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::shared_mutex mutex;
  for (int i = 0; i < 2'000; ++i) {
    mutex.lock_shared();
    mutex.unlock_shared();
  }
  mutex.lock();
  mutex.unlock_shared();
}

KATA_SCENARIOS(kata::scenario("run", run);)
