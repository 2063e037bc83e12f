// SPDX-License-Identifier: MIT
// Waits with a time limit, as somebody does who does not trust notifications, and is notified all
// the same. The limit does no harm, and no good either.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <queue>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : capacity_(std::size_t(capacity)) {}

  void enqueue(int element) {
    std::unique_lock<std::mutex> lock(mutex_);
    while (elements_.size() == capacity_) changed_.wait_for(lock, kAWhile);
    elements_.push(element);
    changed_.notify_all();
  }

  int dequeue() {
    std::unique_lock<std::mutex> lock(mutex_);
    while (elements_.empty()) changed_.wait_for(lock, kAWhile);
    const int element = elements_.front();
    elements_.pop();
    changed_.notify_all();
    return element;
  }

  int size() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return int(elements_.size());
  }

 private:
  static constexpr std::chrono::milliseconds kAWhile{10};

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::queue<int> elements_;
};
