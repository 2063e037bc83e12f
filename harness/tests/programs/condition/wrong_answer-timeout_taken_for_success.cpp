// SPDX-License-Identifier: MIT
// wait_for may time out: the result must be looked at.
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
    condition.wait_for(lock, std::chrono::seconds(1), [&] { return ready; });
    schedule.expect(ready, "the time was over before the flag was set");
  }
  setter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
