// SPDX-License-Identifier: MIT
// operator[] of a map inserts when the key is not there, under a shared lock as well.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::shared_mutex mutex;
  std::map<int, int> map;
  const auto read = [&] {
    const std::shared_lock lock(mutex);
    if (map[1] > 5) std::abort();
  };
  std::thread a(read), b(read);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
