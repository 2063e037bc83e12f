// SPDX-License-Identifier: MIT
// Bug: clear() waits until all threads that were released have gone through. If there are threads
// that wait and none was released, it waits with them.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

class Event {
 public:
  void set() {
    const std::lock_guard<std::mutex> lock(mutex_);
    set_ = true;
    changed_.notify_all();
  }

  void clear() {
    std::unique_lock<std::mutex> lock(mutex_);
    all_gone_.wait(lock, [&] { return waiting_ == 0; });
    set_ = false;
  }

  bool is_set() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return set_;
  }

  void wait() {
    std::unique_lock<std::mutex> lock(mutex_);
    ++waiting_;
    changed_.wait(lock, [&] { return set_; });
    leave();
  }

  bool wait_for(std::chrono::milliseconds timeout) {
    std::unique_lock<std::mutex> lock(mutex_);
    ++waiting_;
    const bool released = changed_.wait_for(lock, timeout, [&] { return set_; });
    leave();
    return released;
  }

 private:
  void leave() {
    if (--waiting_ == 0) all_gone_.notify_all();
  }

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::condition_variable all_gone_;
  bool set_ = false;
  int waiting_ = 0;
};
