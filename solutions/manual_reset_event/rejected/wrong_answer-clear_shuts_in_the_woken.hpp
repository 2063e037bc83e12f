// SPDX-License-Identifier: MIT
// Bug: the textbook's event. A thread that wakes looks at the flag; clear() may have come before it
// got the lock, and then it goes to sleep again.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

class Event {
 public:
  void set() {
    const std::lock_guard<std::mutex> lock(mutex_);
    set_ = true;
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
    changed_.wait(lock, [&] { return set_; });
  }

  bool wait_for(std::chrono::milliseconds timeout) {
    std::unique_lock<std::mutex> lock(mutex_);
    return changed_.wait_for(lock, timeout, [&] { return set_; });
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool set_ = false;
};
