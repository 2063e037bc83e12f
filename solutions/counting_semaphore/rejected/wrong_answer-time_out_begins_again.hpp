// SPDX-License-Identifier: MIT
// Bug: every wakeup starts the time-out afresh. A thread that is woken and finds the permit taken
// waits longer than it may.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

class CountingSemaphore {
 public:
  explicit CountingSemaphore(int permits) : permits_(permits) {}

  void acquire() {
    std::unique_lock<std::mutex> lock(mutex_);
    released_.wait(lock, [&] { return permits_ > 0; });
    --permits_;
  }

  bool try_acquire() {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (permits_ == 0) return false;
    --permits_;
    return true;
  }

  bool try_acquire_for(std::chrono::milliseconds timeout) {
    std::unique_lock<std::mutex> lock(mutex_);
    while (permits_ == 0) {
      if (released_.wait_for(lock, timeout) == std::cv_status::timeout && permits_ == 0) {
        return false;
      }
    }
    --permits_;
    return true;
  }

  void release(int n = 1) {
    const std::lock_guard<std::mutex> lock(mutex_);
    permits_ += n;
    for (int i = 0; i < n; ++i) released_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable released_;
  int permits_;
};
