// SPDX-License-Identifier: MIT
// zero_even_odd: one object, three threads started in any order. Numbers that are in the right
// order only by luck are a race in the transcript.
#include <kata/kata.hpp>

#include "answer.hpp"

namespace kata_oracle {

enum Kind { kZero, kEven, kOdd };

constexpr const char* kMethod[] = {"zero", "even", "odd"};
constexpr const char* kNumbers[] = {"zeros", "even numbers from 2 on", "odd numbers"};

// What printNumber does that was handed to the method `kind`.
void print(kata::Schedule& schedule, kata::Transcript& transcript, Kind kind, int number) {
  const auto method = [kind] { return std::string(kMethod[kind]) + "()"; };
  const auto call = [&] {
    return "printNumber(" + std::to_string(number) + ") of " + method() + " was called";
  };
  schedule.expect(schedule.role() == kMethod[kind], [&] {
    return call() + " by a thread other than the one that called " + method();
  });
  const Kind fits = number == 0 ? kZero : number % 2 == 0 ? kEven : kOdd;
  schedule.expect(fits == kind,
                  [&] { return call() + ": " + method() + " prints " + kNumbers[kind] + " only"; });
  transcript.say(number);
}

void any_start_order(kata::Schedule& schedule) {
  const int n = schedule.draw("n", 1, 6);
  kata::Transcript transcript(schedule, schedule.judge([n] {
    std::string expected;
    for (int number = 1; number <= n; ++number) expected += "0" + std::to_string(number);
    return expected;
  }));

  const auto answer = make_answer(n);
  const auto printer = [&](Kind kind) {
    return
        [&schedule, &transcript, kind](int number) { print(schedule, transcript, kind, number); };
  };
  for (const int kind : schedule.permutation(3)) {
    switch (kind) {
      case kZero:
        schedule.thread("zero", [&] { answer->zero(printer(kZero)); });
        break;
      case kEven:
        schedule.thread("even", [&] { answer->even(printer(kEven)); });
        break;
      default:
        schedule.thread("odd", [&] { answer->odd(printer(kOdd)); });
    }
  }
  schedule.join();
  transcript.expect_complete();
}

}  // namespace kata_oracle

KATA_JUDGE(kata::scenario("any start order", kata_oracle::any_start_order);)
