// SPDX-License-Identifier: MIT
// Bug: the notification comes before the turn is given. The other thread wakes, sees that it is not
// its turn yet, and sleeps on; the store that follows wakes nobody.
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
      bars_turn_.notify_one();
      bars_turn_ = !mine;
    }
  }

  int n_;
  std::atomic<bool> bars_turn_{false};
};
