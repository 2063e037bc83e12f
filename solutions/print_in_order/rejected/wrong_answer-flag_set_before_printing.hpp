// SPDX-License-Identifier: MIT
// Bug: each method says that it is done, and prints afterwards. The next thread may be faster than
// the few instructions in between.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    advance_from(0);
    printFirst();
  }

  void second(std::function<void()> printSecond) {
    advance_from(1);
    printSecond();
  }

  void third(std::function<void()> printThird) {
    advance_from(2);
    printThird();
  }

 private:
  void advance_from(int place) {
    std::unique_lock<std::mutex> lock(mutex_);
    advanced_.wait(lock, [&] { return done_ == place; });
    done_ = place + 1;
    advanced_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable advanced_;
  int done_ = 0;
};
