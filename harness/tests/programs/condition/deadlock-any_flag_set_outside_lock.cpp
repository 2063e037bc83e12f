// SPDX-License-Identifier: MIT
// The same lost wakeup with condition_variable_any.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::shared_mutex mutex;
  std::condition_variable_any condition;
  std::atomic<bool> ready{false};
  std::thread waiter([&] {
    std::shared_lock lock(mutex);
    condition.wait(lock, [&] { return ready.load(); });
  });
  ready = true;
  condition.notify_all();
  waiter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
