// SPDX-License-Identifier: MIT
// Bug: the writers are ordered among themselves only. The reader needs the lock too.
#pragma once

#include <mutex>

class SharedCounter {
 public:
  void increment() {
    const std::lock_guard<std::mutex> lock(mutex_);
    ++value_;
  }

  long value() const { return value_; }

 private:
  std::mutex mutex_;
  long value_ = 0;
};
