// SPDX-License-Identifier: MIT
// One thread uses atomic_ref, the other the plain variable.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  int count = 0;
  std::thread a([&] { ++std::atomic_ref<int>(count); });
  std::thread b([&] { ++count; });
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
