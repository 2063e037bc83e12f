// SPDX-License-Identifier: MIT
// Peterson's lock with release and acquire: each may read that the other is not interested, and
// both go in. The counter is atomic, so that two who are in at once are no data race.
#include <kata/kata.hpp>

using std::memory_order;

void run(kata::Schedule& schedule) {
  std::atomic<bool> wants[2] = {};
  std::atomic<int> last{0};
  std::atomic<int> inside{0};
  const auto enter = [&](int self) {
    wants[self].store(true, memory_order::release);
    last.store(self, memory_order::release);
    while (wants[1 - self].load(memory_order::acquire) &&
           last.load(memory_order::acquire) == self) {
    }
    schedule.expect(inside.fetch_add(1) == 0, "one at a time");
    inside.fetch_sub(1);
    wants[self].store(false, memory_order::release);
  };
  std::thread a(enter, 0), b(enter, 1);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
