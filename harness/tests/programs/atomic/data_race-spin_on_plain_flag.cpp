// SPDX-License-Identifier: MIT
// A loop on a plain flag.
#include <kata/kata.hpp>

bool ready = false;

void run(kata::Schedule&) {
  std::thread setter([] { ready = true; });
  while (!ready) {
  }
  setter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
