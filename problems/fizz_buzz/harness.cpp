// SPDX-License-Identifier: MIT
// fizz_buzz: one object, four threads started in any order. Small n show most bugs, but the fourth
// kind of word comes at 15 only, so that has a scenario of its own. Every word ends with a space,
// or fizz and buzz together would pass for fizzbuzz.
#include <kata/kata.hpp>

#include "answer.hpp"

namespace kata_oracle {

std::string word(int i) {
  if (i % 15 == 0) return "fizzbuzz ";
  if (i % 3 == 0) return "fizz ";
  if (i % 5 == 0) return "buzz ";
  return std::to_string(i) + " ";
}

void count_to(int n, kata::Schedule& schedule) {
  kata::Transcript transcript(schedule, schedule.judge([n] {
    std::string expected;
    for (int i = 1; i <= n; ++i) expected += word(i);
    return expected;
  }));

  const auto say = [&schedule, &transcript](const char* method, const char* callback,
                                            const char* text) {
    schedule.expect(schedule.role() == method, [&] {
      return std::string(callback) + " was called by a thread other than the one that called " +
             method + "()";
    });
    transcript.say(text);
  };
  const auto answer = make_answer(n);
  for (const int kind : schedule.permutation(4)) {
    switch (kind) {
      case 0:
        schedule.thread("fizz",
                        [&] { answer->fizz([&say] { say("fizz", "printFizz", "fizz "); }); });
        break;
      case 1:
        schedule.thread("buzz",
                        [&] { answer->buzz([&say] { say("buzz", "printBuzz", "buzz "); }); });
        break;
      case 2:
        schedule.thread("fizzbuzz", [&] {
          answer->fizzbuzz([&say] { say("fizzbuzz", "printFizzBuzz", "fizzbuzz "); });
        });
        break;
      default:
        schedule.thread("number", [&] {
          answer->number([&](int number) {
            schedule.expect(number % 3 != 0 && number % 5 != 0, [number] {
              return "printNumber(" + std::to_string(number) +
                     ") was called: this number is not for number() to write";
            });
            const std::string text = schedule.judge([number] { return word(number); });
            say("number", "printNumber", text.c_str());
          });
        });
    }
  }
  schedule.join();
  transcript.expect_complete();
}

void few_numbers(kata::Schedule& schedule) { count_to(schedule.draw("n", 1, 8), schedule); }

void past_fifteen(kata::Schedule& schedule) { count_to(schedule.draw("n", 14, 31), schedule); }

}  // namespace kata_oracle

KATA_JUDGE(kata::scenario("few numbers", kata_oracle::few_numbers, {.weight = 3});
           kata::scenario("past fifteen", kata_oracle::past_fifteen, {.weight = 1});)
