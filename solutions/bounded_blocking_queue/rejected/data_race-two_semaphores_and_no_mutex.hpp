// SPDX-License-Identifier: MIT
// Bug: the semaphores keep producers from overfilling and consumers from an empty queue, and
// nothing keeps a producer and a consumer out of the queue at the same time.
#pragma once

#include <atomic>
#include <cstddef>
#include <semaphore>
#include <vector>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : ring_(std::size_t(capacity)), room_(capacity) {}

  void enqueue(int element) {
    room_.acquire();
    ring_[last_++ % ring_.size()] = element;
    ++size_;
    filled_.release();
  }

  int dequeue() {
    filled_.acquire();
    const int element = ring_[first_++ % ring_.size()];
    --size_;
    room_.release();
    return element;
  }

  int size() { return size_; }

 private:
  std::vector<int> ring_;
  std::counting_semaphore<> room_;
  std::counting_semaphore<> filled_{0};
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  std::atomic<int> size_{0};
};
