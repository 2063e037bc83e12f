// SPDX-License-Identifier: MIT
// foo_bar: one object, two threads, n rounds. The text may be right only by luck, so the transcript
// also counts as plain memory: words that nothing orders are a race.
#include <kata/kata.hpp>

#include "answer.hpp"

namespace kata_oracle {

void either_starts_first(kata::Schedule& schedule) {
  const int n = schedule.draw("n", 1, 5);
  const bool foo_first = schedule.flip("foo starts first");

  std::string expected;
  for (int round = 0; round < n; ++round) expected += "foobar";
  kata::Transcript transcript(schedule, expected);

  const auto answer = make_answer(n);
  const auto start_foo = [&] {
    schedule.thread("foo", [&] { answer->foo([&transcript] { transcript.say("foo"); }); });
  };
  const auto start_bar = [&] {
    schedule.thread("bar", [&] { answer->bar([&transcript] { transcript.say("bar"); }); });
  };
  if (foo_first) {
    start_foo();
    start_bar();
  } else {
    start_bar();
    start_foo();
  }
  schedule.join();
  transcript.expect_complete();
}

}  // namespace kata_oracle

KATA_JUDGE(kata::scenario("either thread first", kata_oracle::either_starts_first);)
