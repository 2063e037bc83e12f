// SPDX-License-Identifier: MIT
// The stop flag is set without the lock: a worker may miss it.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  std::condition_variable condition;
  std::atomic<bool> stop{false};
  std::thread worker([&] {
    std::unique_lock lock(mutex);
    while (!stop) condition.wait(lock);
  });
  stop = true;
  condition.notify_all();
  worker.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
