// SPDX-License-Identifier: MIT
// Two threads grow a vector.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::vector<int> values;
  std::thread a([&] { values.push_back(1); });
  std::thread b([&] { values.push_back(2); });
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
