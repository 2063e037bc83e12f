// SPDX-License-Identifier: MIT
// Bug: every second increment only is published, so value() lags behind increments that returned.
#pragma once

#include <atomic>

class SharedCounter {
 public:
  void increment() {
    const long counted = counted_.fetch_add(1) + 1;
    if (counted % 2 == 0) published_.fetch_add(2);
  }

  long value() const { return published_.load(); }

 private:
  std::atomic<long> counted_{0};
  std::atomic<long> published_{0};
};
