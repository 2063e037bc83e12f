// SPDX-License-Identifier: MIT
// A loop on a plain flag that gives way.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  bool ready = false;
  std::thread setter([&] { ready = true; });
  while (!ready) std::this_thread::yield();
  setter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
