// SPDX-License-Identifier: MIT
// The flag is atomic and set without the mutex: the change may fall between the look and the wait.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  std::condition_variable condition;
  std::atomic<bool> ready{false};
  std::thread waiter([&] {
    std::unique_lock lock(mutex);
    condition.wait(lock, [&] { return ready.load(); });
  });
  ready = true;
  condition.notify_one();
  waiter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
