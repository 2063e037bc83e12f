// SPDX-License-Identifier: MIT
// Bug: one condition variable for producers and consumers, and notify_one. The notification of an
// element may wake another producer, who sees that the queue is full and sleeps again. Two on each
// side at least, and the right ones asleep.
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
    changed_.notify_one();
  }

  int dequeue() {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return !elements_.empty(); });
    const int element = elements_.front();
    elements_.pop();
    changed_.notify_one();
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
