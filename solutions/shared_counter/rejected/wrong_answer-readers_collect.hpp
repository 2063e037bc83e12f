// SPDX-License-Identifier: MIT
// Bug: increments wait in a second atomic until a reader moves them to the sum. While one reader
// has them in its hands, another reader finds them nowhere. Needs two readers.
#pragma once

#include <atomic>

class SharedCounter {
 public:
  void increment() { pending_.fetch_add(1); }

  long value() const {
    const long collected = pending_.exchange(0);
    return sum_.fetch_add(collected) + collected;
  }

 private:
  mutable std::atomic<long> pending_{0};
  mutable std::atomic<long> sum_{0};
};
