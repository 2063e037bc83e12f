// SPDX-License-Identifier: MIT
// warns: sleep_as_synchronization
// Tries, sleeps for a millisecond and tries again. Right, and always a little late.
#pragma once

#include <atomic>
#include <chrono>
#include <thread>

class CountingSemaphore {
 public:
  explicit CountingSemaphore(int permits) : permits_(permits) {}

  void acquire() {
    while (!try_acquire()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

  bool try_acquire() {
    int seen = permits_.load();
    return seen > 0 && permits_.compare_exchange_strong(seen, seen - 1);
  }

  bool try_acquire_for(std::chrono::milliseconds timeout) {
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    while (!try_acquire()) {
      if (std::chrono::steady_clock::now() >= deadline) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
  }

  void release(int n = 1) { permits_.fetch_add(n); }

 private:
  std::atomic<int> permits_;
};
