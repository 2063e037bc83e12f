// SPDX-License-Identifier: MIT
// Bug: takes the lock first and waits for a permit with it in hand. The other side needs the lock
// to release the permit.
#pragma once

#include <mutex>
#include <queue>
#include <semaphore>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : room_(capacity) {}

  void enqueue(int element) {
    const std::lock_guard<std::mutex> lock(mutex_);
    room_.acquire();
    elements_.push(element);
    filled_.release();
  }

  int dequeue() {
    const std::lock_guard<std::mutex> lock(mutex_);
    filled_.acquire();
    const int element = elements_.front();
    elements_.pop();
    room_.release();
    return element;
  }

  int size() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return int(elements_.size());
  }

 private:
  std::counting_semaphore<> room_;
  std::counting_semaphore<> filled_{0};
  std::mutex mutex_;
  std::queue<int> elements_;
};
