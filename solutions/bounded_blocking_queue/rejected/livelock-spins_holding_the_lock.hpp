// SPDX-License-Identifier: MIT
// Bug: waits for an element by looking again and again, with the lock in hand that a producer would
// need. If an element is there already, all is well.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <queue>
#include <thread>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : capacity_(std::size_t(capacity)) {}

  void enqueue(int element) {
    std::unique_lock<std::mutex> lock(mutex_);
    not_full_.wait(lock, [&] { return elements_.size() < capacity_; });
    elements_.push(element);
    ++count_;
  }

  int dequeue() {
    const std::lock_guard<std::mutex> lock(mutex_);
    while (count_ == 0) std::this_thread::yield();
    const int element = elements_.front();
    elements_.pop();
    --count_;
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
  std::queue<int> elements_;
  std::atomic<int> count_{0};
};
