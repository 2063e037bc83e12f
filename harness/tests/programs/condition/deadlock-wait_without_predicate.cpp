// SPDX-License-Identifier: MIT
// A notification that comes before the wait is lost.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  std::condition_variable condition;
  std::thread waiter([&] {
    std::unique_lock lock(mutex);
    condition.wait(lock);
  });
  {
    const std::lock_guard lock(mutex);
    condition.notify_one();
  }
  waiter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
