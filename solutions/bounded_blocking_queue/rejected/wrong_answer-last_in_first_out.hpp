// SPDX-License-Identifier: MIT
// Bug: a stack. As long as there is one element at most, nobody sees the difference.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <vector>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : capacity_(std::size_t(capacity)) {}

  void enqueue(int element) {
    std::unique_lock<std::mutex> lock(mutex_);
    not_full_.wait(lock, [&] { return elements_.size() < capacity_; });
    elements_.push_back(element);
    not_empty_.notify_one();
  }

  int dequeue() {
    std::unique_lock<std::mutex> lock(mutex_);
    not_empty_.wait(lock, [&] { return !elements_.empty(); });
    const int element = elements_.back();
    elements_.pop_back();
    not_full_.notify_one();
    return element;
  }

  int size() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return int(elements_.size());
  }

 private:
  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable not_full_;
  std::condition_variable not_empty_;
  std::vector<int> elements_;
};
