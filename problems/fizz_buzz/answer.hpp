// SPDX-License-Identifier: MIT
// The calls that the judge of fizz_buzz makes of an answer, and how each is made on the student's
// class.
#pragma once

#include <kata/answer.hpp>

namespace kata_oracle {

struct Answer {
  virtual ~Answer() = default;
  virtual void fizz(kata::Callback<void()> print_fizz) = 0;
  virtual void buzz(kata::Callback<void()> print_buzz) = 0;
  virtual void fizzbuzz(kata::Callback<void()> print_fizz_buzz) = 0;
  virtual void number(kata::Callback<void(int)> print_number) = 0;
};

template <class FizzBuzz>
struct Adapter final : Answer {
  explicit Adapter(int n) : answer(n) {}
  void fizz(kata::Callback<void()> print_fizz) override {
    KATA_CALL(void, "void fizz(std::function<void()> printFizz)",
              answer.fizz(print_fizz.function()));
  }
  void buzz(kata::Callback<void()> print_buzz) override {
    KATA_CALL(void, "void buzz(std::function<void()> printBuzz)",
              answer.buzz(print_buzz.function()));
  }
  void fizzbuzz(kata::Callback<void()> print_fizz_buzz) override {
    KATA_CALL(void, "void fizzbuzz(std::function<void()> printFizzBuzz)",
              answer.fizzbuzz(print_fizz_buzz.function()));
  }
  void number(kata::Callback<void(int)> print_number) override {
    KATA_CALL(void, "void number(std::function<void(int)> printNumber)",
              answer.number(print_number.function()));
  }

  FizzBuzz answer;
};

}  // namespace kata_oracle

KATA_ANSWER(FizzBuzz, "FizzBuzz(int n)", int)
