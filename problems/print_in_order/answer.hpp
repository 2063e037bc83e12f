// SPDX-License-Identifier: MIT
// The calls that the judge of print_in_order makes of an answer, and how each is made on the
// student's class.
#pragma once

#include <kata/answer.hpp>

namespace kata_oracle {

struct Answer {
  virtual ~Answer() = default;
  virtual void first(kata::Callback<void()> print_first) = 0;
  virtual void second(kata::Callback<void()> print_second) = 0;
  virtual void third(kata::Callback<void()> print_third) = 0;
};

template <class Foo>
struct Adapter final : Answer {
  void first(kata::Callback<void()> print_first) override {
    KATA_CALL(void, "void first(std::function<void()> printFirst)",
              answer.first(print_first.function()));
  }
  void second(kata::Callback<void()> print_second) override {
    KATA_CALL(void, "void second(std::function<void()> printSecond)",
              answer.second(print_second.function()));
  }
  void third(kata::Callback<void()> print_third) override {
    KATA_CALL(void, "void third(std::function<void()> printThird)",
              answer.third(print_third.function()));
  }

  Foo answer;
};

}  // namespace kata_oracle

KATA_ANSWER(Foo, "Foo()")
