// SPDX-License-Identifier: MIT
// Nothing orders the callbacks, which is the fault, and where a load sees an old value the schedule
// fails by that too: such a one cannot be shown for the callbacks, whichever comes first.
// seeds: 20
#include <kata/kata.hpp>

constexpr auto relaxed = std::memory_order::relaxed;

void both(kata::Schedule& schedule) {
  std::atomic<int> data{0};
  std::atomic<bool> ready{false};
  int book = 0;
  std::thread first([&] {
    schedule.touch(&book, "book");
    data.store(1, relaxed);
    ready.store(true, relaxed);
  });
  std::thread second([&] {
    if (!ready.load(relaxed)) return;
    schedule.touch(&book, "book");
    schedule.expect(data.load(relaxed) == 1, "whoever sees ready sees the data");
  });
  first.join();
  second.join();
}

KATA_SCENARIOS(kata::scenario("both", both);)
