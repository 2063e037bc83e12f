// SPDX-License-Identifier: MIT
// As readers_commute, with the readers and the writer under a shared mutex.
// distinct: 4
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::shared_mutex mutex;
  const auto read = [&] { const std::shared_lock lock(mutex); };
  std::thread a(read), b(read), writer([&] { const std::unique_lock lock(mutex); });
  a.join();
  b.join();
  writer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
