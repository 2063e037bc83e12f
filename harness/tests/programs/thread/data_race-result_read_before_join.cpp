// SPDX-License-Identifier: MIT
// The result is read before the thread was joined.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  int result = 0;
  std::thread thread([&] { result = 7; });
  const int seen = result;
  thread.join();
  schedule.expect(seen == 0 || seen == 7, "one of the two");
}

KATA_SCENARIOS(kata::scenario("run", run);)
