// SPDX-License-Identifier: MIT
// The elements of vector<bool> share bytes.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::vector<bool> flags(2);
  std::thread a([&] { flags[0] = true; });
  std::thread b([&] { flags[1] = true; });
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
