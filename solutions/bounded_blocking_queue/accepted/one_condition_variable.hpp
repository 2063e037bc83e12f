// SPDX-License-Identifier: MIT
// One condition variable for both sides. Then one notification may reach the wrong side, so all are
// woken.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <queue>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : capacity_(std::size_t(capacity)) {}

  void enqueue(int element) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return elements_.size() < capacity_; });
    elements_.push(element);
    changed_.notify_all();
  }

  int dequeue() {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return !elements_.empty(); });
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
  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::queue<int> elements_;
};
