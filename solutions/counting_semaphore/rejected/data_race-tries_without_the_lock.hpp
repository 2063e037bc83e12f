// SPDX-License-Identifier: MIT
// Bug: try_acquire() looks at the count without the mutex.
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
    if (permits_ == 0) return false;
    const std::lock_guard<std::mutex> lock(mutex_);
    --permits_;
    return true;
  }

  bool try_acquire_for(std::chrono::milliseconds timeout) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (!released_.wait_for(lock, timeout, [&] { return permits_ > 0; })) return false;
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
