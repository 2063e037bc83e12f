// SPDX-License-Identifier: MIT
// A shared lock adopted by a guard for exclusive ones.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::shared_timed_mutex mutex;
  schedule.thread("reader", [&mutex] {
    mutex.lock_shared();
    std::unique_lock<std::shared_timed_mutex> guard(mutex, std::adopt_lock);
  });
  schedule.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
