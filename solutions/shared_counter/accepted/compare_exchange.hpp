// SPDX-License-Identifier: MIT
// Load, add, and store only if nobody has stored since: the pattern for updates that have no
// operation of their own.
#pragma once

#include <atomic>

class SharedCounter {
 public:
  void increment() {
    long seen = value_.load();
    while (!value_.compare_exchange_weak(seen, seen + 1)) {
      // `seen` is the number that was there instead.
    }
  }

  long value() const { return value_.load(); }

 private:
  std::atomic<long> value_{0};
};
