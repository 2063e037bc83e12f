// SPDX-License-Identifier: MIT
// A reader counts itself in a plain variable.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::shared_mutex mutex;
  int reads = 0;
  const auto read = [&] {
    const std::shared_lock lock(mutex);
    ++reads;
  };
  std::thread a(read), b(read);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
