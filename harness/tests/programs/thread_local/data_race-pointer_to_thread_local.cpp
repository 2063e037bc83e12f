// SPDX-License-Identifier: MIT
// A pointer to a thread_local used by another thread without order.
#include <kata/kata.hpp>

thread_local int count = 0;

void run(kata::Schedule&) {
  int* const mine = &count;
  std::thread other([=] { ++*mine; });
  ++count;
  other.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
