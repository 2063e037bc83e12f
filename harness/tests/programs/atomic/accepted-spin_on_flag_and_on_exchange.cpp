// SPDX-License-Identifier: MIT
// Spinning by read-modify-writes that change nothing.
// warns: busy_wait
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::atomic<bool> locked{false};
  int count = 0;
  const auto work = [&] {
    bool expected = false;
    while (!locked.compare_exchange_weak(expected, true)) expected = false;
    ++count;
    locked = false;
    while (locked.exchange(true)) {
    }
    ++count;
    locked = false;
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
  schedule.expect(count == 4, "no increment is lost");
}

KATA_SCENARIOS(kata::scenario("run", run);)
