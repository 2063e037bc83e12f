// SPDX-License-Identifier: MIT
// One semaphore counts the free places, the other one the elements. The mutex only guards the queue
// itself, and nobody waits with it in hand.
#pragma once

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
  }

  int dequeue() {
    filled_.acquire();
    int element;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      element = elements_.front();
      elements_.pop();
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
  std::counting_semaphore<> filled_{0};
  std::mutex mutex_;
  std::queue<int> elements_;
};
