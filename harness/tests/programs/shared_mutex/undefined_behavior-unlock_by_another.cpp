// SPDX-License-Identifier: MIT
// A shared mutex is unlocked by a thread that does not hold it.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::shared_mutex mutex;
  mutex.lock();
  std::thread other([&] { mutex.unlock(); });
  other.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
