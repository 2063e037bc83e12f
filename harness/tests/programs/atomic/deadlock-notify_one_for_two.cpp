// SPDX-License-Identifier: MIT
// Two wait for different values of one atomic, one is notified.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::atomic<int> turn{0};
  std::vector<std::thread> threads;
  for (int who = 1; who <= 2; ++who) {
    threads.emplace_back([&, who] {
      for (int now = turn; now != who; now = turn) turn.wait(now);
      ++turn;
      turn.notify_one();
    });
  }
  turn = 1;
  turn.notify_one();
  for (std::thread& thread : threads) thread.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
