// SPDX-License-Identifier: MIT
// Two threads use the same shared_future object, one of which assigns to it.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::promise<int> promise;
  std::shared_future<int> future = promise.get_future().share();
  promise.set_value(1);
  std::thread reader([&] { future.get(); });
  future = {};
  reader.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
