// SPDX-License-Identifier: MIT
// warns: busy_wait
// An atomic flag as a lock. Nothing is held for longer than one addition; still, a thread that is
// preempted there lets all others spin.
#pragma once

#include <atomic>

class SharedCounter {
 public:
  void increment() {
    lock();
    ++value_;
    locked_.clear(std::memory_order_release);
  }

  long value() const {
    lock();
    const long value = value_;
    locked_.clear(std::memory_order_release);
    return value;
  }

 private:
  void lock() const {
    while (locked_.test_and_set(std::memory_order_acquire)) {
    }
  }

  mutable std::atomic_flag locked_;
  long value_ = 0;
};
