// SPDX-License-Identifier: MIT
// Bug: a ring in which “full” and “empty” would look the same, so that one place is left empty; but
// the ring has only as many places as the capacity. The last element that should have room waits.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <vector>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : ring_(std::size_t(capacity)) {}

  void enqueue(int element) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return (last_ + 1) % ring_.size() != first_; });
    ring_[last_] = element;
    last_ = (last_ + 1) % ring_.size();
    changed_.notify_all();
  }

  int dequeue() {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return first_ != last_; });
    const int element = ring_[first_];
    first_ = (first_ + 1) % ring_.size();
    changed_.notify_all();
    return element;
  }

  int size() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return int((last_ + ring_.size() - first_) % ring_.size());
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<int> ring_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};
