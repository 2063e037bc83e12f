// SPDX-License-Identifier: MIT
// One lock for everything, although the harness says that two could be inside at the same time.
// warns: serialized
#include <kata/kata.hpp>

constexpr kata::Remark together = {"serialized", "two threads are never inside at the same time"};

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  int inside = 0;
  schedule.chance(together);
  for (const char* role : {"a", "b"}) {
    schedule.thread(role, [&] {
      const std::lock_guard lock(mutex);
      if (schedule.judge([&] { return ++inside; }) == 2) schedule.reached(together);
      schedule.dawdle();
      schedule.judge([&] { --inside; });
    });
  }
  schedule.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
