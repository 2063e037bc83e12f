// SPDX-License-Identifier: MIT
// The counts are atomic, what is pointed to is not.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  auto shared = std::make_shared<int>(1);
  std::thread writer([shared] { ++*shared; });
  ++*shared;
  writer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
