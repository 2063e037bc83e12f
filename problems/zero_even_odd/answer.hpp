// SPDX-License-Identifier: MIT
// The calls that the judge of zero_even_odd makes of an answer, and how each is made on the
// student's class.
#pragma once

#include <kata/answer.hpp>

namespace kata_oracle {

struct Answer {
  virtual ~Answer() = default;
  virtual void zero(kata::Callback<void(int)> print_number) = 0;
  virtual void even(kata::Callback<void(int)> print_number) = 0;
  virtual void odd(kata::Callback<void(int)> print_number) = 0;
};

template <class ZeroEvenOdd>
struct Adapter final : Answer {
  explicit Adapter(int n) : answer(n) {}
  void zero(kata::Callback<void(int)> print_number) override {
    KATA_CALL(void, "void zero(std::function<void(int)> printNumber)",
              answer.zero(print_number.function()));
  }
  void even(kata::Callback<void(int)> print_number) override {
    KATA_CALL(void, "void even(std::function<void(int)> printNumber)",
              answer.even(print_number.function()));
  }
  void odd(kata::Callback<void(int)> print_number) override {
    KATA_CALL(void, "void odd(std::function<void(int)> printNumber)",
              answer.odd(print_number.function()));
  }

  ZeroEvenOdd answer;
};

}  // namespace kata_oracle

KATA_ANSWER(ZeroEvenOdd, "ZeroEvenOdd(int n)", int)
