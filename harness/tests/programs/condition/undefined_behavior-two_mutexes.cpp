// SPDX-License-Identifier: MIT
// Two threads wait on one condition variable with different mutexes.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutexes[2];
  std::condition_variable condition;
  std::atomic<bool> stop{false};
  const auto wait = [&](std::mutex& mutex) {
    std::unique_lock lock(mutex);
    while (!stop) condition.wait_for(lock, std::chrono::milliseconds(1));
  };
  std::thread a([&] { wait(mutexes[0]); }), b([&] { wait(mutexes[1]); });
  std::this_thread::sleep_for(std::chrono::seconds(1));
  stop = true;
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
