// SPDX-License-Identifier: MIT
// Double-checked locking on a plain pointer.
#include <kata/kata.hpp>

struct Thing {
  int value = 1;
};

Thing* instance = nullptr;
std::mutex mutex;

Thing* get() {
  if (instance == nullptr) {
    const std::lock_guard lock(mutex);
    if (instance == nullptr) instance = new Thing;
  }
  return instance;
}

void run(kata::Schedule& schedule) {
  int seen[2] = {};
  std::thread a([&] { seen[0] = get()->value; });
  std::thread b([&] { seen[1] = get()->value; });
  a.join();
  b.join();
  schedule.expect(seen[0] + seen[1] == 2, "both see it");
}

KATA_SCENARIOS(kata::scenario("run", run);)
