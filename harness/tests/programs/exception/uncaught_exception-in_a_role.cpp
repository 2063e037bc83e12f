// SPDX-License-Identifier: MIT
// An exception leaves what a harness's thread calls.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  schedule.thread("foo", [] { throw 7; });
  schedule.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
