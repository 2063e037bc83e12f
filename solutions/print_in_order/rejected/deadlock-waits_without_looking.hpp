// SPDX-License-Identifier: MIT
// Bug: waits before it looks. A notification is not kept: if the event came before the wait, nobody
// will notify again. That the state is checked after each wait does not help a thread that never
// gets that far.
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
    do {
      advanced_.wait(lock);
    } while (done_ < 1);
    printSecond();
    done_ = 2;
    advanced_.notify_all();
  }

  void third(std::function<void()> printThird) {
    std::unique_lock<std::mutex> lock(mutex_);
    do {
      advanced_.wait(lock);
    } while (done_ < 2);
    printThird();
  }

 private:
  std::mutex mutex_;
  std::condition_variable advanced_;
  int done_ = 0;
};
