// SPDX-License-Identifier: MIT
// Bug: nobody calls notify. atomic::wait returns at once when the value has changed already, and so
// this often works; a thread that is asleep by then is not woken by the store alone.
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
      bars_turn_.store(!mine);
    }
  }

  const int n_;
  std::atomic<bool> bars_turn_{false};
};
