// SPDX-License-Identifier: MIT
// Bug: a static member is one number for all counters of the program.
#pragma once

#include <atomic>

class SharedCounter {
 public:
  void increment() { ++value_; }

  long value() const { return value_; }

 private:
  inline static std::atomic<long> value_{0};
};
