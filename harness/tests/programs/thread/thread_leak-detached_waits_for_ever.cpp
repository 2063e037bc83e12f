// SPDX-License-Identifier: MIT
// A detached thread is still blocked when everything else is over.
#include <kata/kata.hpp>

std::mutex mutex;
std::condition_variable never;

void run(kata::Schedule&) {
  std::thread([] {
    std::unique_lock lock(mutex);
    never.wait(lock, [] { return false; });
  }).detach();
}

KATA_SCENARIOS(kata::scenario("run", run);)
