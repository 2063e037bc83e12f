// SPDX-License-Identifier: MIT
// Bug: spins inside the lock. If the second thread gets the lock before the first one, the first
// one can never come in to change what the second one is looking at.
#pragma once

#include <functional>
#include <mutex>
#include <thread>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) { in_turn(0, printFirst); }
  void second(std::function<void()> printSecond) { in_turn(1, printSecond); }
  void third(std::function<void()> printThird) { in_turn(2, printThird); }

 private:
  void in_turn(int place, const std::function<void()>& print) {
    const std::lock_guard<std::mutex> lock(mutex_);
    while (done_ != place) std::this_thread::yield();
    print();
    ++done_;
  }

  std::mutex mutex_;
  int done_ = 0;
};
