// SPDX-License-Identifier: MIT
// The owner is the lock: an exchange of “no thread” for the own id takes it, and threads wait for
// the atomic to change.
#pragma once

#include <atomic>
#include <system_error>
#include <thread>

class ReentrantLock {
 public:
  void lock() {
    while (!try_lock()) {
      const std::thread::id seen = owner_.load();
      if (seen != std::thread::id()) owner_.wait(seen);
    }
  }

  bool try_lock() {
    const std::thread::id self = std::this_thread::get_id();
    std::thread::id seen;
    if (!owner_.compare_exchange_strong(seen, self) && seen != self) return false;
    ++depth_;
    return true;
  }

  void unlock() {
    if (owner_.load() != std::this_thread::get_id()) {
      throw std::system_error(std::make_error_code(std::errc::operation_not_permitted));
    }
    if (--depth_ > 0) return;
    owner_.store(std::thread::id());
    owner_.notify_one();
  }

 private:
  std::atomic<std::thread::id> owner_{};
  int depth_ = 0;
};
