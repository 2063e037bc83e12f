// SPDX-License-Identifier: MIT
// Bug: second and third wait on one condition variable for different things, and notify_one wakes
// either. If it wakes the third thread, that one finds nothing to do and waits again; the second
// one, which was meant, sleeps on.
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
    advanced_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable advanced_;
  int done_ = 0;
};
