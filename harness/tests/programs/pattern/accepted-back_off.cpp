// SPDX-License-Identifier: MIT
// Taking both forks or none, with try_lock and yield: right, and busy.
// warns: busy_wait
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex a, b;
  int meals = 0;
  const auto eat = [&](std::mutex& first, std::mutex& second) {
    for (;;) {
      first.lock();
      if (second.try_lock()) break;
      first.unlock();
      std::this_thread::yield();
    }
    ++meals;
    second.unlock();
    first.unlock();
  };
  std::thread x([&] { eat(a, b); }), y([&] { eat(b, a); });
  x.join();
  y.join();
  schedule.expect(meals == 2, "both have eaten");
}

KATA_SCENARIOS(kata::scenario("run", run);)
