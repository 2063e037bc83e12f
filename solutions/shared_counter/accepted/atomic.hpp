// SPDX-License-Identifier: MIT
// One atomic operation that reads, adds and writes. Relaxed is enough: the counter orders nothing
// else, and all changes of one atomic object have one order anyway.
#pragma once

#include <atomic>

class SharedCounter {
 public:
  void increment() { value_.fetch_add(1, std::memory_order_relaxed); }

  long value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<long> value_{0};
};
