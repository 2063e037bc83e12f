// SPDX-License-Identifier: MIT
// Two threads that give way to each other for ever: each unlocks when it cannot get the other lock.
// seeds: 1
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex a, b;
  std::atomic<bool> never{false};
  const auto work = [&](std::mutex& first, std::mutex& second) {
    for (;;) {
      const std::lock_guard one(first);
      if (second.try_lock()) {
        const std::lock_guard two(second, std::adopt_lock);
        if (never) return;
      }
      std::this_thread::yield();
    }
  };
  std::thread x([&] { work(a, b); }), y([&] { work(b, a); });
  x.join();
  y.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
