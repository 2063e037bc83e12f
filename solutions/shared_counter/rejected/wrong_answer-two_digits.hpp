// SPDX-License-Identifier: MIT
// Bug: the number is kept in two atomics, units and fours. A reader between the carry's two steps
// sees the units after it and the fours before it. One in many schedules.
#pragma once

#include <atomic>

class SharedCounter {
 public:
  void increment() {
    if (units_.fetch_add(1) % 4 == 3) {
      fours_.fetch_add(1);
    }
  }

  long value() const { return fours_.load() * 4 + units_.load() % 4; }

 private:
  std::atomic<long> units_{0};
  std::atomic<long> fours_{0};
};
