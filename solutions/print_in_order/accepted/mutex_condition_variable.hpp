// SPDX-License-Identifier: MIT
// One number says how many callbacks are done. Second and third wait on the same condition variable
// for different values of it, so both must be woken: notify_all.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) { in_turn(0, printFirst); }
  void second(std::function<void()> printSecond) { in_turn(1, printSecond); }
  void third(std::function<void()> printThird) { in_turn(2, printThird); }

 private:
  void in_turn(int place, const std::function<void()>& print) {
    std::unique_lock<std::mutex> lock(mutex_);
    advanced_.wait(lock, [&] { return done_ == place; });
    print();
    done_ = place + 1;
    advanced_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable advanced_;
  int done_ = 0;
};
