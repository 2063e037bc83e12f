// SPDX-License-Identifier: MIT
// A thread is joined by the holder of the mutex that it needs.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  std::unique_lock lock(mutex);
  std::thread thread([&] { const std::lock_guard inner(mutex); });
  thread.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
