// SPDX-License-Identifier: MIT
// Bug: the owner is a plain variable, read by threads that do not have the lock.
#pragma once

#include <mutex>
#include <system_error>
#include <thread>

class ReentrantLock {
 public:
  void lock() {
    if (!is_mine()) {
      mutex_.lock();
      owner_ = std::this_thread::get_id();
    }
    ++depth_;
  }

  bool try_lock() {
    if (!is_mine()) {
      if (!mutex_.try_lock()) return false;
      owner_ = std::this_thread::get_id();
    }
    ++depth_;
    return true;
  }

  void unlock() {
    if (!is_mine())
      throw std::system_error(std::make_error_code(std::errc::operation_not_permitted));
    if (--depth_ > 0) return;
    owner_ = std::thread::id();
    mutex_.unlock();
  }

 private:
  bool is_mine() const { return owner_ == std::this_thread::get_id(); }

  std::mutex mutex_;
  std::thread::id owner_;
  int depth_ = 0;
};
