// SPDX-License-Identifier: MIT
// Each waiting thread puts a note into a list, and set() marks every note that is there.
#pragma once

#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>

class Event {
 public:
  void set() {
    const std::lock_guard<std::mutex> lock(mutex_);
    set_ = true;
    for (bool* released : waiting_) *released = true;
    waiting_.clear();
    released_.notify_all();
  }

  void clear() {
    const std::lock_guard<std::mutex> lock(mutex_);
    set_ = false;
  }

  bool is_set() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return set_;
  }

  void wait() {
    std::unique_lock<std::mutex> lock(mutex_);
    if (set_) return;
    bool released = false;
    waiting_.push_back(&released);
    released_.wait(lock, [&] { return released; });
  }

  bool wait_for(std::chrono::milliseconds timeout) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (set_) return true;
    bool released = false;
    waiting_.push_back(&released);
    if (released_.wait_for(lock, timeout, [&] { return released; })) return true;
    waiting_.remove(&released);
    return false;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable released_;
  std::list<bool*> waiting_;
  bool set_ = false;
};
