// SPDX-License-Identifier: MIT
// Bug: `if` where a loop must be. A wait may return although nobody notified (a spurious wakeup);
// the turn is not looked at again, so the same word is printed twice. Rare on real machines, which
// is why it survives every test by hand.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      std::unique_lock<std::mutex> lock(mutex_);
      if (bars_turn_) turn_changed_.wait(lock);
      printFoo();
      bars_turn_ = true;
      turn_changed_.notify_one();
    }
  }

  void bar(std::function<void()> printBar) {
    for (int i = 0; i < n_; ++i) {
      std::unique_lock<std::mutex> lock(mutex_);
      if (!bars_turn_) turn_changed_.wait(lock);
      printBar();
      bars_turn_ = false;
      turn_changed_.notify_one();
    }
  }

 private:
  const int n_;
  std::mutex mutex_;
  std::condition_variable turn_changed_;
  bool bars_turn_ = false;
};
