// SPDX-License-Identifier: MIT
// A number of permits that threads take and give back. As it stands no call waits, and nothing
// orders the threads. Build the semaphore from std::mutex, std::condition_variable and atomics.
#pragma once

#include <chrono>

class CountingSemaphore {
 public:
  explicit CountingSemaphore(int permits) : permits_(permits) {}

  void acquire() { --permits_; }

  bool try_acquire() {
    if (permits_ == 0) return false;
    --permits_;
    return true;
  }

  bool try_acquire_for(std::chrono::milliseconds timeout) {
    static_cast<void>(timeout);
    return try_acquire();
  }

  void release(int n = 1) { permits_ += n; }

 private:
  int permits_;
};
