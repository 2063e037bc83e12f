// SPDX-License-Identifier: MIT
// Two threads that join each other.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::thread a, b;
  std::latch made(1);
  a = std::thread([&] {
    made.wait();
    b.join();
  });
  b = std::thread([&] {
    made.wait();
    a.join();
  });
  made.count_down();
  std::mutex mutex;
  std::condition_variable never;
  std::unique_lock lock(mutex);
  never.wait(lock, [] { return false; });
}

KATA_SCENARIOS(kata::scenario("run", run);)
