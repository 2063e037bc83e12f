// SPDX-License-Identifier: MIT
// Bug: “there is an element” is a mutex that the producer unlocks and the consumer locks. Unlocking
// what another thread has locked is not allowed.
#pragma once

#include <mutex>
#include <queue>
#include <semaphore>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : room_(capacity) { some_.lock(); }

  void enqueue(int element) {
    room_.acquire();
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      elements_.push(element);
      if (elements_.size() == 1) some_.unlock();
    }
  }

  int dequeue() {
    some_.lock();
    int element;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      element = elements_.front();
      elements_.pop();
      if (!elements_.empty()) some_.unlock();
    }
    room_.release();
    return element;
  }

  int size() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return int(elements_.size());
  }

 private:
  std::counting_semaphore<> room_;
  std::mutex some_;
  std::mutex mutex_;
  std::queue<int> elements_;
};
