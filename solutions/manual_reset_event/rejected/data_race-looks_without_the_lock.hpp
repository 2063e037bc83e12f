// SPDX-License-Identifier: MIT
// Bug: is_set() reads the flag without the mutex.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

class Event {
 public:
  void set() {
    const std::lock_guard<std::mutex> lock(mutex_);
    set_ = true;
    ++times_set_;
    changed_.notify_all();
  }

  void clear() {
    const std::lock_guard<std::mutex> lock(mutex_);
    set_ = false;
  }

  bool is_set() const { return set_; }

  void wait() {
    std::unique_lock<std::mutex> lock(mutex_);
    const long seen = times_set_;
    changed_.wait(lock, [&] { return set_ || times_set_ != seen; });
  }

  bool wait_for(std::chrono::milliseconds timeout) {
    std::unique_lock<std::mutex> lock(mutex_);
    const long seen = times_set_;
    return changed_.wait_for(lock, timeout, [&] { return set_ || times_set_ != seen; });
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool set_ = false;
  long times_set_ = 0;
};
