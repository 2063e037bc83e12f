// SPDX-License-Identifier: MIT
// Bug: looks at the state without the lock first, “to save the lock when there is nothing to wait
// for”. That look races with the write, which holding the lock on one side only does not prevent.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    printFirst();
    advance(1);
  }

  void second(std::function<void()> printSecond) {
    await(1);
    printSecond();
    advance(2);
  }

  void third(std::function<void()> printThird) {
    await(2);
    printThird();
  }

 private:
  void advance(int done) {
    const std::lock_guard<std::mutex> lock(mutex_);
    done_ = done;
    advanced_.notify_all();
  }

  void await(int place) {
    if (done_ >= place) return;
    std::unique_lock<std::mutex> lock(mutex_);
    advanced_.wait(lock, [&] { return done_ >= place; });
  }

  std::mutex mutex_;
  std::condition_variable advanced_;
  int done_ = 0;
};
