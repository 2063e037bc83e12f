// SPDX-License-Identifier: MIT
// Bug: the last owner is still noted when the lock is free, and may unlock it once more.
#pragma once

#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>

class ReentrantLock {
 public:
  void lock() {
    std::unique_lock<std::mutex> guard(mutex_);
    free_.wait(guard, [&] { return is_mine() || depth_ == 0; });
    take();
  }

  bool try_lock() {
    const std::lock_guard<std::mutex> guard(mutex_);
    if (!is_mine() && depth_ > 0) return false;
    take();
    return true;
  }

  void unlock() {
    const std::lock_guard<std::mutex> guard(mutex_);
    if (owner_ != std::this_thread::get_id())
      throw std::system_error(std::make_error_code(std::errc::operation_not_permitted));
    if (depth_ == 0) return;
    if (--depth_ == 0) free_.notify_one();
  }

 private:
  bool is_mine() const { return depth_ > 0 && owner_ == std::this_thread::get_id(); }

  void take() {
    owner_ = std::this_thread::get_id();
    ++depth_;
  }

  std::mutex mutex_;
  std::condition_variable free_;
  std::thread::id owner_;
  int depth_ = 0;
};
