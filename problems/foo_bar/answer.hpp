// SPDX-License-Identifier: MIT
// The calls that the judge of foo_bar makes of an answer, and how each is made on the student's
// class.
#pragma once

#include <kata/answer.hpp>

namespace kata_oracle {

struct Answer {
  virtual ~Answer() = default;
  virtual void foo(kata::Callback<void()> print_foo) = 0;
  virtual void bar(kata::Callback<void()> print_bar) = 0;
};

template <class FooBar>
struct Adapter final : Answer {
  explicit Adapter(int n) : answer(n) {}
  void foo(kata::Callback<void()> print_foo) override {
    KATA_CALL(void, "void foo(std::function<void()> printFoo)", answer.foo(print_foo.function()));
  }
  void bar(kata::Callback<void()> print_bar) override {
    KATA_CALL(void, "void bar(std::function<void()> printBar)", answer.bar(print_bar.function()));
  }

  FooBar answer;
};

}  // namespace kata_oracle

KATA_ANSWER(FooBar, "FooBar(int n)", int)
