// SPDX-License-Identifier: MIT
// A lock that its owner may lock again. As it stands it is a plain mutex: the owner waits for
// itself. Build the lock from std::mutex, std::condition_variable and atomics.
#pragma once

#include <mutex>

class ReentrantLock {
 public:
  void lock() { mutex_.lock(); }

  bool try_lock() { return mutex_.try_lock(); }

  void unlock() { mutex_.unlock(); }

 private:
  std::mutex mutex_;
};
