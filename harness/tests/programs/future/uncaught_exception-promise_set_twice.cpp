// SPDX-License-Identifier: MIT
// A promise can be kept once.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::promise<int> promise;
  const auto give = [&] { promise.set_value(1); };
  std::thread a(give), b(give);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
