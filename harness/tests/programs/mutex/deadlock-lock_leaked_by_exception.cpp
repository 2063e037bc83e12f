// SPDX-License-Identifier: MIT
// An exception skips the unlock.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  const bool fails = schedule.flip("fails");
  std::thread a([&] {
    try {
      mutex.lock();
      if (fails) throw std::runtime_error("skips the unlock");
      mutex.unlock();
    } catch (const std::runtime_error&) {
    }
  });
  a.join();
  std::thread b([&] { const std::lock_guard lock(mutex); });
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
