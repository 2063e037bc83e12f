// SPDX-License-Identifier: MIT
// An atomic turn and its own wait and notify. Without memory orders written out, every operation is
// sequentially consistent, which is more than enough.
#pragma once

#include <atomic>
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) { take_turns(false, printFoo); }
  void bar(std::function<void()> printBar) { take_turns(true, printBar); }

 private:
  void take_turns(bool mine, const std::function<void()>& print) {
    for (int i = 0; i < n_; ++i) {
      bars_turn_.wait(!mine);
      print();
      bars_turn_ = !mine;
      bars_turn_.notify_one();
    }
  }

  const int n_;
  std::atomic<bool> bars_turn_{false};
};
