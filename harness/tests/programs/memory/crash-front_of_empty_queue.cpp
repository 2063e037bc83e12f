// SPDX-License-Identifier: MIT
// Takes from a queue without looking whether something is in it.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::queue<int> queue;
  std::mutex mutex;
  std::thread producer([&] {
    const std::lock_guard lock(mutex);
    queue.push(1);
  });
  {
    const std::lock_guard lock(mutex);
    [[maybe_unused]] const int first = queue.front();
    queue.pop();
  }
  producer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
