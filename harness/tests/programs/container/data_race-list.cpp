// SPDX-License-Identifier: MIT
// Two threads grow a list.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::list<int> values;
  std::thread a([&] { values.push_back(1); });
  std::thread b([&] { values.push_front(2); });
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
