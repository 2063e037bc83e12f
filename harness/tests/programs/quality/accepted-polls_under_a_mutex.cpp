// SPDX-License-Identifier: MIT
// warns: busy_wait
// Locks, looks and unlocks, over and over.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  bool ready = false;
  schedule.thread("poller", [&] {
    for (bool seen = false; !seen;) {
      mutex.lock();
      seen = ready;
      mutex.unlock();
    }
  });
  schedule.thread("setter", [&] {
    std::lock_guard lock(mutex);
    ready = true;
  });
  schedule.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
