// SPDX-License-Identifier: MIT
// Bug: wait_for() returns false when the time is over and the turn is still the other thread's.
// Nobody looks at what it returned, so whoever has waited for a second goes on.
#pragma once

#include <chrono>
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
      turn_changed_.wait_for(lock, std::chrono::seconds(1), [&] { return bars_turn_ == mine; });
      print();
      bars_turn_ = !mine;
      turn_changed_.notify_one();
    }
  }

  int n_;
  std::mutex mutex_;
  std::condition_variable turn_changed_;
  bool bars_turn_ = false;
};
