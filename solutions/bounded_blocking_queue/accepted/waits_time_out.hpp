// SPDX-License-Identifier: MIT
// A monitor in which nobody notifies anybody: every wait ends because its time is over. Right, and
// as slow as the time is long.
// warns: sleep_as_synchronization
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
  }

  int dequeue() {
    std::unique_lock<std::mutex> lock(mutex_);
    while (elements_.empty()) changed_.wait_for(lock, kAWhile);
    const int element = elements_.front();
    elements_.pop();
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
