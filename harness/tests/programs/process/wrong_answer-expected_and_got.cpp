// SPDX-License-Identifier: MIT
// The schedule's own checks.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  kata::Transcript transcript(schedule, "ab");
  std::thread a([&] { transcript.say("b"); });
  a.join();
  transcript.expect_complete();
}

KATA_SCENARIOS(kata::scenario("run", run);)
