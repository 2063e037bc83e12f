// SPDX-License-Identifier: MIT
// The count is an atomic, and a permit that is there costs one exchange. Only threads that find
// none lock the mutex; a release locks it too, so that no thread can look and go to sleep around
// it.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

class CountingSemaphore {
 public:
  explicit CountingSemaphore(int permits) : permits_(permits) {}

  void acquire() {
    if (try_acquire()) return;
    std::unique_lock<std::mutex> lock(mutex_);
    released_.wait(lock, [&] { return try_acquire(); });
  }

  bool try_acquire() {
    int seen = permits_.load();
    while (seen > 0) {
      if (permits_.compare_exchange_weak(seen, seen - 1)) return true;
    }
    return false;
  }

  bool try_acquire_for(std::chrono::milliseconds timeout) {
    if (try_acquire()) return true;
    std::unique_lock<std::mutex> lock(mutex_);
    const bool got = released_.wait_for(lock, timeout, [&] { return try_acquire(); });
    return got;
  }

  void release(int n = 1) {
    permits_.fetch_add(n);
    const std::lock_guard<std::mutex> lock(mutex_);
    released_.notify_all();
  }

 private:
  std::atomic<int> permits_;
  std::mutex mutex_;
  std::condition_variable released_;
};
