// SPDX-License-Identifier: MIT
// One condition variable, waiters for different turns, notify_one.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  std::condition_variable condition;
  int turn = 0;
  std::vector<std::thread> threads;
  for (int who = 0; who < 3; ++who) {
    threads.emplace_back([&, who] {
      std::unique_lock lock(mutex);
      condition.wait(lock, [&] { return turn == who; });
      ++turn;
      condition.notify_one();
    });
  }
  for (std::thread& thread : threads) thread.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
