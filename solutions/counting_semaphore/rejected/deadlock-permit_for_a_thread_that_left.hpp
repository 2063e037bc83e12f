// SPDX-License-Identifier: MIT
// Bug: a thread that gives up stays in the list, and a later release hands it a permit that no
// thread takes.
#pragma once

#include <chrono>
#include <condition_variable>
#include <list>
#include <memory>
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
    const auto shared = std::make_shared<Waiting>();
    Waiting& self = *shared;
    kept_.push_back(shared);
    waiting_.push_back(&self);
    if (self.wake.wait_for(lock, timeout, [&] { return self.granted; })) return true;
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
  std::list<std::shared_ptr<Waiting>> kept_;
  int permits_;
};
