// SPDX-License-Identifier: MIT
// Ordinary reading under a lock looks like polling for a while, and is none: it ends by itself.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  std::vector<int> values(50, 1);
  const auto sum = [&] {
    int total = 0;
    for (int i = 0; i < 50; ++i) {
      const std::lock_guard lock(mutex);
      total += values[static_cast<std::size_t>(i)];
    }
    return total;
  };
  int first = 0, second = 0;
  std::thread one([&] { first = sum(); }), two([&] { second = sum(); });
  one.join();
  two.join();
  schedule.expect(first == 50 && second == 50, "all were seen");
}

KATA_SCENARIOS(kata::scenario("run", run);)
