// SPDX-License-Identifier: MIT
// Bug: a thread that wakes asks for the time before it asks for the permit. If it was notified at
// the last moment, it gives up, and no other thread hears of the permit.
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
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    while (permits_ == 0 || std::chrono::steady_clock::now() > deadline) {
      if (std::chrono::steady_clock::now() >= deadline) return false;
      released_.wait_until(lock, deadline);
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
