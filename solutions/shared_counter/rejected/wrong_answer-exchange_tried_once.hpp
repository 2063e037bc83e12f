// SPDX-License-Identifier: MIT
// Bug: an exchange that finds another number than expected does nothing, and nobody tries again.
#pragma once

#include <atomic>

class SharedCounter {
 public:
  void increment() {
    long seen = value_.load();
    value_.compare_exchange_strong(seen, seen + 1);
  }

  long value() const { return value_.load(); }

 private:
  std::atomic<long> value_{0};
};
