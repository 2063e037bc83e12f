// SPDX-License-Identifier: MIT
// Bug: the lock is given back early when there is nothing to wait for, and once more at the end.
// std::unique_lock throws std::system_error for the second time, and only in schedules in which the
// event came first.
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
    std::unique_lock<std::mutex> lock(mutex_);
    if (done_ >= place) {
      lock.unlock();
    } else {
      advanced_.wait(lock, [&] { return done_ >= place; });
    }
    lock.unlock();
  }

  std::mutex mutex_;
  std::condition_variable advanced_;
  int done_ = 0;
};
