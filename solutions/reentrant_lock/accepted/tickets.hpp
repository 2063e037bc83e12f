// SPDX-License-Identifier: MIT
// Threads are served in the order in which they came: each draws a number and waits for its turn.
#pragma once

#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>

class ReentrantLock {
 public:
  void lock() {
    std::unique_lock<std::mutex> guard(mutex_);
    if (!is_mine()) {
      const long ticket = next_ticket_++;
      turn_.wait(guard, [&] { return serving_ == ticket; });
      owner_ = std::this_thread::get_id();
    }
    ++depth_;
  }

  bool try_lock() {
    const std::lock_guard<std::mutex> guard(mutex_);
    if (!is_mine()) {
      if (serving_ != next_ticket_) return false;
      ++next_ticket_;
      owner_ = std::this_thread::get_id();
    }
    ++depth_;
    return true;
  }

  void unlock() {
    const std::lock_guard<std::mutex> guard(mutex_);
    if (!is_mine())
      throw std::system_error(std::make_error_code(std::errc::operation_not_permitted));
    if (--depth_ > 0) return;
    ++serving_;
    turn_.notify_all();
  }

 private:
  bool is_mine() const { return depth_ > 0 && owner_ == std::this_thread::get_id(); }

  std::mutex mutex_;
  std::condition_variable turn_;
  long next_ticket_ = 0;
  long serving_ = 0;
  std::thread::id owner_;
  int depth_ = 0;
};
