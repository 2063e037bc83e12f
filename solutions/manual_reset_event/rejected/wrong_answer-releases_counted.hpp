// SPDX-License-Identifier: MIT
// Bug: set() counts the waiting threads and admits as many. A thread that comes after clear() may
// take the place of one that was counted.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

class Event {
 public:
  void set() {
    const std::lock_guard<std::mutex> lock(mutex_);
    set_ = true;
    admitted_ = waiting_;
    changed_.notify_all();
  }

  void clear() {
    const std::lock_guard<std::mutex> lock(mutex_);
    set_ = false;
  }

  bool is_set() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return set_;
  }

  void wait() {
    std::unique_lock<std::mutex> lock(mutex_);
    ++waiting_;
    changed_.wait(lock, [&] { return set_ || admitted_ > 0; });
    leave();
  }

  bool wait_for(std::chrono::milliseconds timeout) {
    std::unique_lock<std::mutex> lock(mutex_);
    ++waiting_;
    const bool released = changed_.wait_for(lock, timeout, [&] { return set_ || admitted_ > 0; });
    leave();
    return released;
  }

 private:
  void leave() {
    --waiting_;
    if (admitted_ > 0) --admitted_;
  }

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool set_ = false;
  int waiting_ = 0;
  int admitted_ = 0;
};
