// SPDX-License-Identifier: MIT
// One thread reads some values under a mutex, one after the other, and waits for none of them.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  int values[20] = {};
  int sum = 0;
  schedule.thread("reader", [&] {
    for (const int& value : values) {
      std::lock_guard lock(mutex);
      sum += value;
    }
  });
  schedule.thread("writer", [&] {
    std::lock_guard lock(mutex);
    values[7] = 1;
  });
  schedule.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
