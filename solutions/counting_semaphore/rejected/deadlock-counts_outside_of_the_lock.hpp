// SPDX-License-Identifier: MIT
// Bug: the count is changed without the mutex. A thread looks, the permit and its notification
// come, and then the thread goes to sleep.
#pragma once

#include <atomic>
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
    if (!released_.wait_for(lock, timeout, [&] { return permits_ > 0; })) return false;
    --permits_;
    return true;
  }

  void release(int n = 1) {
    permits_ += n;
    for (int i = 0; i < n; ++i) released_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable released_;
  std::atomic<int> permits_;
};
