// SPDX-License-Identifier: MIT
// Bug: two queues in place of one, for speed, filled and emptied in turn. But the turn is drawn
// before the element is in: a later element of the other stripe is found first, or the order within
// a producer is lost.
#pragma once

#include <atomic>
#include <mutex>
#include <queue>
#include <semaphore>
#include <thread>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : room_(capacity) {}

  void enqueue(int element) {
    room_.acquire();
    Stripe& stripe = stripes_[enqueued_++ % 2];
    {
      const std::lock_guard<std::mutex> lock(stripe.mutex);
      stripe.elements.push(element);
    }
    ++size_;
    filled_.release();
  }

  int dequeue() {
    filled_.acquire();
    int element = 0;
    for (std::size_t turn = dequeued_++;; ++turn) {
      Stripe& stripe = stripes_[turn % 2];
      const std::lock_guard<std::mutex> lock(stripe.mutex);
      if (stripe.elements.empty()) continue;
      element = stripe.elements.front();
      stripe.elements.pop();
      break;
    }
    --size_;
    room_.release();
    return element;
  }

  int size() { return size_; }

 private:
  struct Stripe {
    std::mutex mutex;
    std::queue<int> elements;
  };

  std::counting_semaphore<> room_;
  std::counting_semaphore<> filled_{0};
  Stripe stripes_[2];
  std::atomic<std::size_t> enqueued_{0};
  std::atomic<std::size_t> dequeued_{0};
  std::atomic<int> size_{0};
};
