// SPDX-License-Identifier: MIT
// Even a recursive mutex may be unlocked only by its owner.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::recursive_mutex mutex;
  mutex.lock();
  std::thread other([&] { mutex.unlock(); });
  other.join();
  mutex.unlock();
}

KATA_SCENARIOS(kata::scenario("run", run);)
