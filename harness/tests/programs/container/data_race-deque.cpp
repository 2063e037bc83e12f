// SPDX-License-Identifier: MIT
// One thread pushes, another looks whether the deque is empty, without a lock.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  std::deque<int> queue;
  std::thread producer([&] {
    const std::lock_guard lock(mutex);
    queue.push_back(1);
  });
  if (!queue.empty()) {
    const std::lock_guard lock(mutex);
    queue.pop_front();
  }
  producer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
