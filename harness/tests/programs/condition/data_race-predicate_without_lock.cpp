// SPDX-License-Identifier: MIT
// The flag is plain and set without the mutex.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  std::condition_variable condition;
  bool ready = false;
  std::thread waiter([&] {
    std::unique_lock lock(mutex);
    condition.wait_for(lock, std::chrono::seconds(1), [&] { return ready; });
  });
  ready = true;
  condition.notify_one();
  waiter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
