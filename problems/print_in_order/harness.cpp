// SPDX-License-Identifier: MIT
// print_in_order: one object, three threads started in any order, each calling one of the methods
// once. Words that are in the right order only by luck are a race in the transcript.
#include <kata/kata.hpp>

#include "answer.hpp"

namespace kata_oracle {

void any_start_order(kata::Schedule& schedule) {
  kata::Transcript transcript(schedule, "firstsecondthird");
  const auto answer = make_answer();
  for (const int method : schedule.permutation(3)) {
    switch (method) {
      case 0:
        schedule.thread("first",
                        [&] { answer->first([&transcript] { transcript.say("first"); }); });
        break;
      case 1:
        schedule.thread("second",
                        [&] { answer->second([&transcript] { transcript.say("second"); }); });
        break;
      default:
        schedule.thread("third",
                        [&] { answer->third([&transcript] { transcript.say("third"); }); });
    }
  }
  schedule.join();
  transcript.expect_complete();
}

}  // namespace kata_oracle

KATA_JUDGE(kata::scenario("any start order", kata_oracle::any_start_order);)
