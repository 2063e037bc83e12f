// SPDX-License-Identifier: MIT
// Bug: an increment that finds the lock taken is dropped.
#pragma once

#include <mutex>

class SharedCounter {
 public:
  void increment() {
    const std::unique_lock<std::mutex> lock(mutex_, std::try_to_lock);
    if (lock.owns_lock()) ++value_;
  }

  long value() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return value_;
  }

 private:
  mutable std::mutex mutex_;
  long value_ = 0;
};
