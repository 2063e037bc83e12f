// SPDX-License-Identifier: MIT
// Two threads insert different keys into a hash map.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::unordered_map<int, int> map;
  std::thread a([&] { map[1] = 1; });
  std::thread b([&] { map[2] = 2; });
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
