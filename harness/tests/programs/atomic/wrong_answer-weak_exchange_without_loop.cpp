// SPDX-License-Identifier: MIT
// compare_exchange_weak may fail although the value is the expected one.
// not with clang: it makes the call of a strong exchange of a weak one
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::atomic<int> value{0};
  int expected = 0;
  schedule.expect(value.compare_exchange_weak(expected, 1), "it may fail spuriously");
}

KATA_SCENARIOS(kata::scenario("run", run);)
