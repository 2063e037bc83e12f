// SPDX-License-Identifier: MIT
// Bug: spins on a plain variable. The compiler may assume that nobody else changes it, read it
// once, and loop for ever; and nothing orders the words.
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
  bool bars_turn_ = false;
};
