// SPDX-License-Identifier: MIT
// Threads ordered by sleeping, in adversarial time.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  std::string text;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&, i] {
      std::this_thread::sleep_for(std::chrono::seconds(i));
      const std::lock_guard lock(mutex);
      text += static_cast<char>('a' + i);
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(text == "abc", "sleeping orders nothing");
}

KATA_SCENARIOS(kata::scenario("run", run);)
