// SPDX-License-Identifier: MIT
// Who must wait stands in a list, with a semaphore of its own. An element is handed to the consumer
// who has waited longest, a free place to the producer who has. Nobody wakes in vain, and nobody
// overtakes.
#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <semaphore>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : capacity_(std::size_t(capacity)) {}

  void enqueue(int element) {
    Waiting me{element};
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      if (!consumers_.empty()) {
        consumers_.front()->element = element;
        consumers_.front()->served.release();
        consumers_.pop_front();
        return;
      }
      if (elements_.size() < capacity_) {
        elements_.push_back(element);
        return;
      }
      producers_.push_back(&me);
    }
    me.served.acquire();
  }

  int dequeue() {
    Waiting me{0};
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      if (!elements_.empty()) {
        const int element = elements_.front();
        elements_.pop_front();
        if (!producers_.empty()) {
          elements_.push_back(producers_.front()->element);
          producers_.front()->served.release();
          producers_.pop_front();
        }
        return element;
      }
      consumers_.push_back(&me);
    }
    me.served.acquire();
    return me.element;
  }

  int size() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return int(elements_.size());
  }

 private:
  struct Waiting {
    explicit Waiting(int of) : element(of) {}
    int element;
    std::binary_semaphore served{0};
  };

  const std::size_t capacity_;
  std::mutex mutex_;
  std::deque<int> elements_;
  std::deque<Waiting*> consumers_;
  std::deque<Waiting*> producers_;
};
