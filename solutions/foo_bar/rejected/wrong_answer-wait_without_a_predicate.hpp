// SPDX-License-Identifier: MIT
// Bug: waits without a predicate. The handshake is so tight that no notification can be lost: a
// thread gets the lock only while the other one waits. But a wait may also return when nobody
// notified, and nothing here can tell the difference.
#pragma once

#include <condition_variable>
#include <functional>
#include <latch>
#include <mutex>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    bar_has_the_lock_.wait();
    std::unique_lock<std::mutex> lock(mutex_);
    for (int i = 0; i < n_; ++i) {
      if (i > 0) your_turn_.wait(lock);
      printFoo();
      your_turn_.notify_one();
    }
  }

  void bar(std::function<void()> printBar) {
    std::unique_lock<std::mutex> lock(mutex_);
    bar_has_the_lock_.count_down();
    for (int i = 0; i < n_; ++i) {
      your_turn_.wait(lock);
      printBar();
      your_turn_.notify_one();
    }
  }

 private:
  const int n_;
  std::mutex mutex_;
  std::condition_variable your_turn_;
  std::latch bar_has_the_lock_{1};
};
