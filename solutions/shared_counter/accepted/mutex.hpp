// SPDX-License-Identifier: MIT
// One mutex guards the number. It is mutable, so that value() can lock it too.
#pragma once

#include <mutex>

class SharedCounter {
 public:
  void increment() {
    const std::lock_guard<std::mutex> lock(mutex_);
    ++value_;
  }

  long value() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return value_;
  }

 private:
  mutable std::mutex mutex_;
  long value_ = 0;
};
