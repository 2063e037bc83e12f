// SPDX-License-Identifier: MIT
// Bug: one promise for all rounds. A promise is kept once: the second set_value throws
// std::future_error, and so does a second get_future. With n = 1 all is well.
#pragma once

#include <functional>
#include <future>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      if (i > 0) bar_said_.get_future().wait();
      printFoo();
      foo_said_.set_value();
    }
  }

  void bar(std::function<void()> printBar) {
    for (int i = 0; i < n_; ++i) {
      foo_said_.get_future().wait();
      printBar();
      bar_said_.set_value();
    }
  }

 private:
  const int n_;
  std::promise<void> foo_said_;
  std::promise<void> bar_said_;
};
