// SPDX-License-Identifier: MIT
// The thread that should keep the promise returns without doing so.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  std::thread giver([promise = std::move(promise)] {});
  giver.join();
  future.get();
}

KATA_SCENARIOS(kata::scenario("run", run);)
