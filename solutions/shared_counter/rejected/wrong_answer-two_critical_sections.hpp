// SPDX-License-Identifier: MIT
// Bug: every access holds the lock, but the lock is released between reading and writing.
#pragma once

#include <mutex>

class SharedCounter {
 public:
  void increment() { set(value() + 1); }

  long value() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return value_;
  }

 private:
  void set(long value) {
    const std::lock_guard<std::mutex> lock(mutex_);
    value_ = value;
  }

  mutable std::mutex mutex_;
  long value_ = 0;
};
