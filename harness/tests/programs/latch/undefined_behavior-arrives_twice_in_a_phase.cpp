// SPDX-License-Identifier: MIT
// A thread that arrives and does not wait may be too early for the next phase.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::barrier pair(2);
  std::jthread other([&] {
    static_cast<void>(pair.arrive());
    static_cast<void>(pair.arrive());
  });
  pair.arrive_and_wait();
}

KATA_SCENARIOS(kata::scenario("run", run);)
