// SPDX-License-Identifier: MIT
// size() of a vector that is only changed under the lock.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  std::vector<int> values;
  std::thread writer([&] {
    const std::lock_guard lock(mutex);
    values.push_back(1);
  });
  schedule.expect(values.size() <= 1, "0 or 1");
  writer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
