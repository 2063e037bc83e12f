// SPDX-License-Identifier: MIT
// A semaphore that starts at 2 is no mutex.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::counting_semaphore<> gate(2);
  int count = 0;
  const auto work = [&] {
    gate.acquire();
    ++count;
    gate.release();
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
