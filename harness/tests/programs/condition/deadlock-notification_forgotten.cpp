// SPDX-License-Identifier: MIT
// One path changes the condition and tells nobody.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable condition;
  bool done = false;
  const bool early = schedule.flip("early return");
  std::thread waiter([&] {
    std::unique_lock lock(mutex);
    condition.wait(lock, [&] { return done; });
  });
  std::thread worker([&] {
    const std::lock_guard lock(mutex);
    done = true;
    if (early) return;
    condition.notify_one();
  });
  waiter.join();
  worker.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
