// SPDX-License-Identifier: MIT
// The same in a thread, where the race to initialise it is lost.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::atomic<int*> pointer{nullptr};
  int value = 0;
  std::thread setter([&] { pointer = &value; });
  *pointer = 1;
  setter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
