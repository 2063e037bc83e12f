// SPDX-License-Identifier: MIT
// Bug: volatile in place of atomic. The variable is read anew each time, but volatile is meant for
// devices: between threads it orders nothing and is a data race.
#pragma once

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) { take_turns(false, printFoo); }
  void bar(std::function<void()> printBar) { take_turns(true, printBar); }

 private:
  void take_turns(bool mine, const std::function<void()>& print) {
    for (int i = 0; i < n_; ++i) {
      while (bars_turn_ != mine) {
      }
      print();
      bars_turn_ = !mine;
    }
  }

  const int n_;
  volatile bool bars_turn_ = false;
};
