// SPDX-License-Identifier: MIT
// Bug: the flags are set and notified without the lock. Atomic flags take the data race away, not
// the gap: the other thread has looked, has not begun to wait yet, and the notification falls in
// between. A lost wakeup.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    printFirst();
    first_done_ = true;
    advanced_.notify_all();
  }

  void second(std::function<void()> printSecond) {
    await(first_done_);
    printSecond();
    second_done_ = true;
    advanced_.notify_all();
  }

  void third(std::function<void()> printThird) {
    await(second_done_);
    printThird();
  }

 private:
  void await(const std::atomic<bool>& event) {
    std::unique_lock<std::mutex> lock(mutex_);
    advanced_.wait(lock, [&] { return event.load(); });
  }

  std::mutex mutex_;
  std::condition_variable advanced_;
  std::atomic<bool> first_done_{false};
  std::atomic<bool> second_done_{false};
};
