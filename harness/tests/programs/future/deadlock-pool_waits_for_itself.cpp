// SPDX-License-Identifier: MIT
// A pool of one thread whose task waits for another task of the same pool.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::promise<void> inner_done;
  std::mutex mutex;
  std::deque<std::function<void()>> queue;
  queue.push_back([&] {
    {
      const std::lock_guard lock(mutex);
      queue.push_back([&] { inner_done.set_value(); });
    }
    inner_done.get_future().wait();
  });
  std::thread worker([&] {
    for (;;) {
      std::unique_lock lock(mutex);
      if (queue.empty()) return;
      const auto task = std::move(queue.front());
      queue.pop_front();
      lock.unlock();
      task();
    }
  });
  worker.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
