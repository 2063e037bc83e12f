// SPDX-License-Identifier: MIT
// Bug: a wait with a limit, “so that nothing can hang”. When the limit runs out dequeue() returns a
// value that nobody enqueued, and enqueue() drops its element. A thread may be slow for longer than
// any limit, and the caller is not told.
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
    if (!not_full_.wait_for(lock, kLimit, [&] { return elements_.size() < capacity_; })) return;
    elements_.push(element);
    not_empty_.notify_one();
  }

  int dequeue() {
    std::unique_lock<std::mutex> lock(mutex_);
    if (!not_empty_.wait_for(lock, kLimit, [&] { return !elements_.empty(); })) return -1;
    const int element = elements_.front();
    elements_.pop();
    not_full_.notify_one();
    return element;
  }

  int size() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return int(elements_.size());
  }

 private:
  static constexpr std::chrono::seconds kLimit{1};

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable not_full_;
  std::condition_variable not_empty_;
  std::queue<int> elements_;
};
