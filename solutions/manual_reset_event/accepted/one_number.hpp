// SPDX-License-Identifier: MIT
// warns: sleep_as_synchronization
// One atomic number: odd while the event is set, and it only grows. Any change of an even number
// means that the event was set. An atomic cannot be waited for with a time-out, so wait_for() looks
// every millisecond.
#pragma once

#include <atomic>
#include <chrono>
#include <thread>

class Event {
 public:
  void set() {
    int seen = state_.load();
    while (seen % 2 == 0 && !state_.compare_exchange_weak(seen, seen + 1)) {
    }
    state_.notify_all();
  }

  void clear() {
    int seen = state_.load();
    while (seen % 2 == 1 && !state_.compare_exchange_weak(seen, seen + 1)) {
    }
  }

  bool is_set() const { return state_.load() % 2 == 1; }

  void wait() {
    const int seen = state_.load();
    if (seen % 2 == 0) state_.wait(seen);
  }

  bool wait_for(std::chrono::milliseconds timeout) {
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    const int seen = state_.load();
    if (seen % 2 == 1) return true;
    while (state_.load() == seen) {
      if (std::chrono::steady_clock::now() >= deadline) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
  }

 private:
  std::atomic<int> state_{0};
};
