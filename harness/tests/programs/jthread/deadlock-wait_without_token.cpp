// SPDX-License-Identifier: MIT
// The wait does not know of the stop token, so the destructor joins for ever.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  std::condition_variable_any condition;
  std::jthread thread([&](std::stop_token stop) {
    std::unique_lock lock(mutex);
    condition.wait(lock, [&] { return stop.stop_requested(); });
  });
}

KATA_SCENARIOS(kata::scenario("run", run);)
