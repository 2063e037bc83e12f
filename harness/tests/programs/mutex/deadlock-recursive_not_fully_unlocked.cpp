// SPDX-License-Identifier: MIT
// A recursive mutex is locked twice and unlocked once.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::recursive_mutex mutex;
  mutex.lock();
  mutex.lock();
  mutex.unlock();
  std::thread thread([&] { const std::lock_guard lock(mutex); });
  thread.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
