// SPDX-License-Identifier: MIT
// Bug: both accesses are atomic, the addition is not. An increment between the two is lost.
#pragma once

#include <atomic>

class SharedCounter {
 public:
  void increment() { value_ = value_ + 1; }

  long value() const { return value_; }

 private:
  std::atomic<long> value_{0};
};
