// SPDX-License-Identifier: MIT
// condition_variable_any unlocks a recursive mutex once; it was locked twice.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::recursive_mutex mutex;
  std::condition_variable_any condition;
  bool ready = false;
  std::thread waiter([&] {
    const std::lock_guard outer(mutex);
    std::unique_lock inner(mutex);
    condition.wait(inner, [&] { return ready; });
  });
  {
    const std::lock_guard lock(mutex);
    ready = true;
    condition.notify_all();
  }
  waiter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
