// SPDX-License-Identifier: MIT
// A mutex used as a signal: one thread locks it, the other unlocks it.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex gate;
  gate.lock();
  std::thread opener([&] { gate.unlock(); });
  gate.lock();
  gate.unlock();
  opener.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
