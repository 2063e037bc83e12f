// SPDX-License-Identifier: MIT
// Bug: relaxed atomics. Each thread sees the turn come, but relaxed operations order nothing else:
// what the other thread wrote when it printed need not be visible yet. Works on x86, not
// everywhere.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) { take_turns(false, printFoo); }
  void bar(std::function<void()> printBar) { take_turns(true, printBar); }

 private:
  void take_turns(bool mine, const std::function<void()>& print) {
    for (int i = 0; i < n_; ++i) {
      while (bars_turn_.load(std::memory_order_relaxed) != mine) std::this_thread::yield();
      print();
      bars_turn_.store(!mine, std::memory_order_relaxed);
    }
  }

  const int n_;
  std::atomic<bool> bars_turn_{false};
};
