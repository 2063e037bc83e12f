// SPDX-License-Identifier: MIT
// A thread looks again and again, under the lock, for what nobody will ever set.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  bool done = false;
  std::thread waiter([&] {
    for (;;) {
      const std::lock_guard lock(mutex);
      if (done) return;
    }
  });
  std::thread other([&] { const std::lock_guard lock(mutex); });
  waiter.join();
  other.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
