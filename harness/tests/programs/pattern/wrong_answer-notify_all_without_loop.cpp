// SPDX-License-Identifier: MIT
// Everybody is woken for one item and nobody looks again.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable condition;
  int permits = 0;
  const auto acquire = [&] {
    std::unique_lock lock(mutex);
    if (permits == 0) condition.wait(lock);
    --permits;
    schedule.expect(permits >= 0, "more permits were taken than there were");
  };
  std::thread a(acquire), b(acquire);
  for (int i = 0; i < 2; ++i) {
    const std::lock_guard lock(mutex);
    ++permits;
    condition.notify_all();
  }
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
