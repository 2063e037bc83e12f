// SPDX-License-Identifier: MIT
// Four threads and a barrier for two, in order: a semaphore lets a pair in only when the pair
// before it has left.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::counting_semaphore<2> places(2);
  std::barrier pair(2);
  std::atomic<int> met{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      places.acquire();
      pair.arrive_and_wait();
      if (met.fetch_add(1) % 2 == 1) places.release(2);
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(met == 4, "all have met");
}

KATA_SCENARIOS(kata::scenario("run", run);)
