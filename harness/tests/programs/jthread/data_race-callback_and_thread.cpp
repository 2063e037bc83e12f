// SPDX-License-Identifier: MIT
// A stop callback runs in the requesting thread: it shares plain data with the other.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  int count = 0;
  std::jthread thread([&](std::stop_token stop) {
    const std::stop_callback callback(stop, [&] { ++count; });
    ++count;
  });
  thread.request_stop();
}

KATA_SCENARIOS(kata::scenario("run", run);)
