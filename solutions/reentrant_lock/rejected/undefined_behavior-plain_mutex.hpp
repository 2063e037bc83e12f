// SPDX-License-Identifier: MIT
// Bug: a plain mutex, which its owner must not lock again.
#pragma once

#include <atomic>
#include <mutex>
#include <system_error>
#include <thread>

class ReentrantLock {
 public:
  void lock() {
    mutex_.lock();
    owner_ = std::this_thread::get_id();
  }

  bool try_lock() {
    if (!mutex_.try_lock()) return false;
    owner_ = std::this_thread::get_id();
    return true;
  }

  void unlock() {
    if (owner_ != std::this_thread::get_id()) {
      throw std::system_error(std::make_error_code(std::errc::operation_not_permitted));
    }
    owner_ = std::thread::id();
    mutex_.unlock();
  }

 private:
  std::mutex mutex_;
  std::atomic<std::thread::id> owner_{};
};
