// SPDX-License-Identifier: MIT
// Bug: the depth is the thread's, not the lock's. A thread that has one lock has all of them.
#pragma once

#include <atomic>
#include <mutex>
#include <system_error>
#include <thread>

class ReentrantLock {
 public:
  void lock() {
    if (depth_ == 0) {
      mutex_.lock();
      owner_.store(std::this_thread::get_id(), std::memory_order_relaxed);
    }
    ++depth_;
  }

  bool try_lock() {
    if (!is_mine()) {
      if (!mutex_.try_lock()) return false;
      owner_.store(std::this_thread::get_id(), std::memory_order_relaxed);
    }
    ++depth_;
    return true;
  }

  void unlock() {
    if (!is_mine())
      throw std::system_error(std::make_error_code(std::errc::operation_not_permitted));
    if (--depth_ > 0) return;
    owner_.store(std::thread::id(), std::memory_order_relaxed);
    mutex_.unlock();
  }

 private:
  bool is_mine() const {
    return owner_.load(std::memory_order_relaxed) == std::this_thread::get_id();
  }

  std::mutex mutex_;
  std::atomic<std::thread::id> owner_{};
  inline static thread_local int depth_ = 0;
};
