// SPDX-License-Identifier: MIT
// Two threads append to a string.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::string text;
  std::thread a([&] { text += "one"; });
  std::thread b([&] { text += "two"; });
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
