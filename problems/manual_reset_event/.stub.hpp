// SPDX-License-Identifier: MIT
// A flag that threads wait for. As it stands no call waits, and nothing orders the threads. Build
// the event from std::mutex, std::condition_variable and atomics.
#pragma once

#include <chrono>

class Event {
 public:
  void set() { set_ = true; }

  void clear() { set_ = false; }

  bool is_set() const { return set_; }

  void wait() {}

  bool wait_for(std::chrono::milliseconds timeout) {
    static_cast<void>(timeout);
    return set_;
  }

 private:
  bool set_ = false;
};
