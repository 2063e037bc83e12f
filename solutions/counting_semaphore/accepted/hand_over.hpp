// SPDX-License-Identifier: MIT
// Waiting threads stand in a list, each with a condition variable of its own. A release hands its
// permits to those that came first; a thread that gives up leaves the list. Fair, and no thread
// wakes in vain.
#pragma once

#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>

class CountingSemaphore {
 public:
  explicit CountingSemaphore(int permits) : permits_(permits) {}

  void acquire() {
    std::unique_lock<std::mutex> lock(mutex_);
    if (take()) return;
    Waiting self;
    waiting_.push_back(&self);
    self.wake.wait(lock, [&] { return self.granted; });
  }

  bool try_acquire() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return take();
  }

  bool try_acquire_for(std::chrono::milliseconds timeout) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (take()) return true;
    Waiting self;
    waiting_.push_back(&self);
    if (self.wake.wait_for(lock, timeout, [&] { return self.granted; })) return true;
    waiting_.remove(&self);
    return false;
  }

  void release(int n = 1) {
    const std::lock_guard<std::mutex> lock(mutex_);
    for (; n > 0 && !waiting_.empty(); --n) {
      waiting_.front()->granted = true;
      waiting_.front()->wake.notify_one();
      waiting_.pop_front();
    }
    permits_ += n;
  }

 private:
  struct Waiting {
    std::condition_variable wake;
    bool granted = false;
  };

  bool take() {
    if (permits_ == 0) return false;
    --permits_;
    return true;
  }

  std::mutex mutex_;
  std::list<Waiting*> waiting_;
  int permits_;
};
