// SPDX-License-Identifier: MIT
// Bug: increment() holds the mutex and calls value(), which locks the same mutex again.
#pragma once

#include <limits>
#include <mutex>

class SharedCounter {
 public:
  void increment() {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (value() < std::numeric_limits<long>::max()) ++value_;
  }

  long value() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return value_;
  }

 private:
  mutable std::mutex mutex_;
  long value_ = 0;
};
