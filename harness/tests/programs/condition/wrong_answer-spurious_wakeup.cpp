// SPDX-License-Identifier: MIT
// One waiter, one notifier, and still an `if` is not enough: a wait may return without any reason.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable condition;
  bool ready = false;
  std::thread setter([&] {
    const std::lock_guard lock(mutex);
    ready = true;
    condition.notify_one();
  });
  {
    std::unique_lock lock(mutex);
    if (!ready) condition.wait(lock);
    schedule.expect(ready, "the wait returned before the flag was set");
  }
  setter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
