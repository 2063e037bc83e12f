// SPDX-License-Identifier: MIT
// warns: busy_wait
// Tries until it has the lock, and yields in between. Right, and a waste of a processor while the
// owner works.
#pragma once

#include <atomic>
#include <system_error>
#include <thread>

class ReentrantLock {
 public:
  void lock() {
    while (!try_lock()) std::this_thread::yield();
  }

  bool try_lock() {
    const std::thread::id self = std::this_thread::get_id();
    if (owner_.load(std::memory_order_relaxed) != self) {
      if (taken_.test_and_set(std::memory_order_acquire)) return false;
      owner_.store(self, std::memory_order_relaxed);
    }
    ++depth_;
    return true;
  }

  void unlock() {
    if (owner_.load(std::memory_order_relaxed) != std::this_thread::get_id()) {
      throw std::system_error(std::make_error_code(std::errc::operation_not_permitted));
    }
    if (--depth_ > 0) return;
    owner_.store(std::thread::id(), std::memory_order_relaxed);
    taken_.clear(std::memory_order_release);
  }

 private:
  std::atomic_flag taken_;
  std::atomic<std::thread::id> owner_{};
  int depth_ = 0;
};
