// SPDX-License-Identifier: MIT
// The lock protects the look-up, not the reference that it returns.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  std::map<int, int> map{{1, 0}};
  const auto find = [&]() -> int& {
    const std::lock_guard lock(mutex);
    return map[1];
  };
  const auto work = [&] { ++find(); };
  std::thread a(work), b(work);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
