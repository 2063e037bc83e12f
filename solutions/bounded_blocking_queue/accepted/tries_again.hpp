// SPDX-License-Identifier: MIT
// Looks under the lock, and if there is nothing to do, gives the lock back and looks again. Right,
// with the warning busy_wait.
// warns: busy_wait
#pragma once

#include <cstddef>
#include <mutex>
#include <queue>
#include <thread>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : capacity_(std::size_t(capacity)) {}

  void enqueue(int element) {
    while (true) {
      {
        const std::lock_guard<std::mutex> lock(mutex_);
        if (elements_.size() < capacity_) {
          elements_.push(element);
          return;
        }
      }
      std::this_thread::yield();
    }
  }

  int dequeue() {
    while (true) {
      {
        const std::lock_guard<std::mutex> lock(mutex_);
        if (!elements_.empty()) {
          const int element = elements_.front();
          elements_.pop();
          return element;
        }
      }
      std::this_thread::yield();
    }
  }

  int size() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return int(elements_.size());
  }

 private:
  const std::size_t capacity_;
  std::mutex mutex_;
  std::queue<int> elements_;
};
