// SPDX-License-Identifier: MIT
// A queue that any number of threads share. As it stands it has no bound, nobody waits, and nothing
// guards it. Fill in what makes enqueue() wait for room and dequeue() for an element.
#pragma once

#include <cstddef>
#include <queue>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : capacity_(std::size_t(capacity)) {}

  // Waits while there are `capacity` elements inside.
  void enqueue(int element) { elements_.push(element); }

  // Waits while there is no element inside.
  int dequeue() {
    const int element = elements_.empty() ? 0 : elements_.front();
    if (!elements_.empty()) elements_.pop();
    return element;
  }

  int size() { return int(elements_.size() < capacity_ ? elements_.size() : capacity_); }

 private:
  std::size_t capacity_;
  std::queue<int> elements_;
};
