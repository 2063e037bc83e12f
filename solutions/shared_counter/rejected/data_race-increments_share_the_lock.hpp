// SPDX-License-Identifier: MIT
// Bug: increment() writes, but takes the lock as a reader, together with all others.
#pragma once

#include <mutex>
#include <shared_mutex>

class SharedCounter {
 public:
  void increment() {
    const std::shared_lock<std::shared_mutex> lock(mutex_);
    ++value_;
  }

  long value() const {
    const std::unique_lock<std::shared_mutex> lock(mutex_);
    return value_;
  }

 private:
  mutable std::shared_mutex mutex_;
  long value_ = 0;
};
