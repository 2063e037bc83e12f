// SPDX-License-Identifier: MIT
// Bug: every call makes a mutex of its own, which no other thread ever locks.
#pragma once

#include <mutex>

class SharedCounter {
 public:
  void increment() {
    std::mutex mutex;
    const std::lock_guard<std::mutex> lock(mutex);
    ++value_;
  }

  long value() const {
    std::mutex mutex;
    const std::lock_guard<std::mutex> lock(mutex);
    return value_;
  }

 private:
  long value_ = 0;
};
