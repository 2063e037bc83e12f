// SPDX-License-Identifier: MIT
// Bug: the number of `one_number` with relaxed operations. The waiting thread goes on, and need not
// see what was done before set().
#pragma once

#include <atomic>
#include <chrono>
#include <thread>

class Event {
 public:
  void set() { change(0); }

  void clear() { change(1); }

  bool is_set() const { return load() % 2 == 1; }

  void wait() {
    const long seen = load();
    if (seen % 2 == 0) state_.wait(seen, std::memory_order_relaxed);
  }

  bool wait_for(std::chrono::milliseconds timeout) {
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    const long seen = load();
    while (seen % 2 == 0 && load() == seen) {
      if (std::chrono::steady_clock::now() >= deadline) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
  }

 private:
  long load() const { return state_.load(std::memory_order_relaxed); }

  // Adds one if the number is even (0) or odd (1).
  void change(long remainder) {
    long seen = load();
    while (seen % 2 == remainder &&
           !state_.compare_exchange_weak(seen, seen + 1, std::memory_order_relaxed)) {
    }
    state_.notify_all();
  }

  std::atomic<long> state_{0};
};
