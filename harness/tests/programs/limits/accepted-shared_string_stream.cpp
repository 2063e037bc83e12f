// SPDX-License-Identifier: MIT
// What the runtime cannot see: two threads write into one stream, whose buffer is filled by code
// inside the standard library. (It is why printing to std::cout is no race, as it should be.)
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::ostringstream text;
  std::thread a([&] { text << 1; });
  std::thread b([&] { text << 2; });
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
