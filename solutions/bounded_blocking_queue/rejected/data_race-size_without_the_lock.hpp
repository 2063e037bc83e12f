// SPDX-License-Identifier: MIT
// Bug: size() “only reads”. It reads what others are changing.
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
    not_full_.wait(lock, [&] { return elements_.size() < capacity_; });
    elements_.push(element);
    not_empty_.notify_one();
  }

  int dequeue() {
    std::unique_lock<std::mutex> lock(mutex_);
    not_empty_.wait(lock, [&] { return !elements_.empty(); });
    const int element = elements_.front();
    elements_.pop();
    not_full_.notify_one();
    return element;
  }

  int size() { return int(elements_.size()); }

 private:
  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable not_full_;
  std::condition_variable not_empty_;
  std::queue<int> elements_;
};
