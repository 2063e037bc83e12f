// SPDX-License-Identifier: MIT
// 256 threads at the same time in one scenario.
#include <kata/kata.hpp>

void many(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable all_here;
  int here = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 256; ++i) {
    threads.emplace_back([&] {
      std::unique_lock lock(mutex);
      if (++here == 256) all_here.notify_all();
      all_here.wait(lock, [&] { return here == 256; });
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(here == 256, "all came");
}

void one(kata::Schedule&) {
  std::thread thread([] {});
  thread.join();
}

KATA_SCENARIOS(kata::scenario("many", many); kata::scenario("one", one, {.weight = 60});)
