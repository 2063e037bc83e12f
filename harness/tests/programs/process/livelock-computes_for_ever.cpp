// SPDX-License-Identifier: MIT
// Threads that touch only their own memory, for ever.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::atomic<bool> stop{false};
  unsigned sum = 0;
  std::thread thread([&] {
    while (!stop) ++sum;
  });
  thread.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
