// SPDX-License-Identifier: MIT
// A spinlock that one thread keeps.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::atomic_flag lock;
  const auto work = [&] {
    while (lock.test_and_set()) {
    }
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
