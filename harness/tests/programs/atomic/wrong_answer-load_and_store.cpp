// SPDX-License-Identifier: MIT
// An increment made of an atomic load and an atomic store.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::atomic<int> count{0};
  const auto work = [&] { count = count + 1; };
  std::thread a(work), b(work);
  a.join();
  b.join();
  schedule.expect(count == 2, "an increment was lost");
}

KATA_SCENARIOS(kata::scenario("run", run);)
