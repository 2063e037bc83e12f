// SPDX-License-Identifier: MIT
// The words come in the right order in many schedules, but nothing orders them.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  kata::Transcript transcript(schedule, "xx");
  std::thread a([&] { transcript.say("x"); });
  std::thread b([&] { transcript.say("x"); });
  a.join();
  b.join();
  transcript.expect_complete();
}

KATA_SCENARIOS(kata::scenario("run", run);)
