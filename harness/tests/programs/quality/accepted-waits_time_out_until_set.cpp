// SPDX-License-Identifier: MIT
// Polling by waits that always time out, because nobody notifies.
// warns: sleep_as_synchronization
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable changed;
  bool ready = false;
  std::thread setter([&] {
    const std::lock_guard lock(mutex);
    ready = true;
  });
  {
    std::unique_lock lock(mutex);
    while (!ready) changed.wait_for(lock, std::chrono::milliseconds(1));
  }
  setter.join();
  schedule.expect(ready, "it is ready");
}

KATA_SCENARIOS(kata::scenario("run", run);)
