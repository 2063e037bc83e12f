// SPDX-License-Identifier: MIT
// Both threads meet at a barrier twice a round: foo prints before the first meeting, bar between
// the first and the second.
#pragma once

#include <barrier>
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      printFoo();
      meeting_.arrive_and_wait();
      meeting_.arrive_and_wait();
    }
  }

  void bar(std::function<void()> printBar) {
    for (int i = 0; i < n_; ++i) {
      meeting_.arrive_and_wait();
      printBar();
      meeting_.arrive_and_wait();
    }
  }

 private:
  const int n_;
  std::barrier<> meeting_{2};
};
