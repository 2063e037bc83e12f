// SPDX-License-Identifier: MIT
// A thread takes the shared lock of a std::shared_mutex that it has: undefined, whether or not the
// writer comes in between and blocks it.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::shared_mutex mutex;
  std::thread writer([&] { const std::unique_lock lock(mutex); });
  {
    const std::shared_lock outer(mutex);
    const std::shared_lock inner(mutex);
  }
  writer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
