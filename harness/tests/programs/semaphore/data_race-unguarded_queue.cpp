// SPDX-License-Identifier: MIT
// Two semaphores count the items and the room, but nothing guards the queue itself.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::counting_semaphore<> room(2), items(0);
  std::queue<int> queue;
  std::vector<std::thread> threads;
  for (int i = 0; i < 2; ++i) {
    threads.emplace_back([&, i] {
      room.acquire();
      queue.push(i);
      items.release();
    });
    threads.emplace_back([&] {
      items.acquire();
      queue.pop();
      room.release();
    });
  }
  for (std::thread& thread : threads) thread.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
