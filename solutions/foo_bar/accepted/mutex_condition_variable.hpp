// SPDX-License-Identifier: MIT
// One turn variable, guarded by one mutex, and one condition variable on which at most one thread
// waits at a time, so notify_one reaches the right one.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) { take_turns(false, printFoo); }
  void bar(std::function<void()> printBar) { take_turns(true, printBar); }

 private:
  void take_turns(bool mine, const std::function<void()>& print) {
    for (int i = 0; i < n_; ++i) {
      std::unique_lock<std::mutex> lock(mutex_);
      turn_changed_.wait(lock, [&] { return bars_turn_ == mine; });
      print();
      bars_turn_ = !mine;
      turn_changed_.notify_one();
    }
  }

  const int n_;
  std::mutex mutex_;
  std::condition_variable turn_changed_;
  bool bars_turn_ = false;
};
