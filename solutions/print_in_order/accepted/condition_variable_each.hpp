// SPDX-License-Identifier: MIT
// A condition variable for each event. On each of them at most one thread waits, so notify_one is
// enough, and notifying after the unlock saves the woken thread from running into the lock.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    printFirst();
    set(first_done_, first_was_done_);
  }

  void second(std::function<void()> printSecond) {
    wait(first_done_, first_was_done_);
    printSecond();
    set(second_done_, second_was_done_);
  }

  void third(std::function<void()> printThird) {
    wait(second_done_, second_was_done_);
    printThird();
  }

 private:
  void set(bool& event, std::condition_variable& happened) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      event = true;
    }
    happened.notify_one();
  }

  void wait(const bool& event, std::condition_variable& happened) {
    std::unique_lock<std::mutex> lock(mutex_);
    while (!event) happened.wait(lock);
  }

  std::mutex mutex_;
  std::condition_variable first_was_done_;
  std::condition_variable second_was_done_;
  bool first_done_ = false;
  bool second_done_ = false;
};
