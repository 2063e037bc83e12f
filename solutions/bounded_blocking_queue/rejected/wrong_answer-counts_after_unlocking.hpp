// SPDX-License-Identifier: MIT
// Bug: the size is an atomic counter that goes up after the lock was given back. A consumer may
// already have taken the element and counted it down: there are moments with −1 elements, or with
// one too few after a call has returned.
#pragma once

#include <atomic>
#include <mutex>
#include <queue>
#include <semaphore>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : room_(capacity) {}

  void enqueue(int element) {
    room_.acquire();
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      elements_.push(element);
    }
    filled_.release();
    ++size_;
  }

  int dequeue() {
    filled_.acquire();
    int element;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      element = elements_.front();
      elements_.pop();
    }
    --size_;
    room_.release();
    return element;
  }

  int size() { return size_; }

 private:
  std::counting_semaphore<> room_;
  std::counting_semaphore<> filled_{0};
  std::mutex mutex_;
  std::queue<int> elements_;
  std::atomic<int> size_{0};
};
