// SPDX-License-Identifier: MIT
// volatile is no synchronisation.
#include <kata/kata.hpp>

volatile bool ready = false;

void run(kata::Schedule&) {
  std::thread setter([] { ready = true; });
  while (!ready) {
  }
  setter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
