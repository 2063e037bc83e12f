// SPDX-License-Identifier: MIT
// A condition variable is destroyed while a thread waits on it.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  auto condition = std::make_unique<std::condition_variable>();
  bool waits = false;
  std::thread waiter([&] {
    std::unique_lock lock(mutex);
    waits = true;
    condition->wait(lock);
  });
  for (;;) {
    const std::lock_guard lock(mutex);
    if (waits) break;
  }
  condition.reset();
  waiter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
