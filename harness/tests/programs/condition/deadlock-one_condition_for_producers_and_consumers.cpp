// SPDX-License-Identifier: MIT
// The bounded queue with a single condition variable and notify_one.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  std::condition_variable changed;
  int items = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 2; ++i) {
    threads.emplace_back([&] {
      for (int k = 0; k < 2; ++k) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return items < 1; });
        ++items;
        changed.notify_one();
      }
    });
    threads.emplace_back([&] {
      for (int k = 0; k < 2; ++k) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return items > 0; });
        --items;
        changed.notify_one();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
