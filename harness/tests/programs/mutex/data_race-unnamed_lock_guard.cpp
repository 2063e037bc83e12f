// SPDX-License-Identifier: MIT
// A lock_guard without a name is gone at the end of its own statement.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  int count = 0;
  const auto work = [&] {
    std::scoped_lock{mutex};
    ++count;
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
