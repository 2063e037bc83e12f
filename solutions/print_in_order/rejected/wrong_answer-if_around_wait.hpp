// SPDX-License-Identifier: MIT
// Bug: `if` around the wait where a loop must be. When the first callback is done everybody is
// woken, and the third thread goes on without looking whether it was meant.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    const std::lock_guard<std::mutex> lock(mutex_);
    printFirst();
    done_ = 1;
    advanced_.notify_all();
  }

  void second(std::function<void()> printSecond) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (done_ < 1) advanced_.wait(lock);
    printSecond();
    done_ = 2;
    advanced_.notify_all();
  }

  void third(std::function<void()> printThird) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (done_ < 2) advanced_.wait(lock);
    printThird();
  }

 private:
  std::mutex mutex_;
  std::condition_variable advanced_;
  int done_ = 0;
};
