// SPDX-License-Identifier: MIT
// FooBar with n = 4 under control, race detection on: two threads created and joined in each
// schedule. What the threads print is appended to a string under the answer's own lock, exactly as
// in throughput.cpp.
#include <kata/kata.hpp>

template <class Answer>
void run(kata::Schedule& schedule) {
  std::string text;
  Answer answer(4);
  std::thread foo([&] { answer.foo([&] { text += 'f'; }); });
  std::thread bar([&] { answer.bar([&] { text += 'b'; }); });
  foo.join();
  bar.join();
  schedule.expect(text == "fbfbfbfb", "foo and bar alternate");
}

class FooBar;
KATA_SCENARIOS(kata::scenario("throughput", run<FooBar>);)

#include KATA_SUBMISSION
