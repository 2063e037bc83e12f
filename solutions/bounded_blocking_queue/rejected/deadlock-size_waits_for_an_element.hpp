// SPDX-License-Identifier: MIT
// two_locks, but a consumer takes its lock before it waits for an element. Producers need the other
// lock, so elements still come and go; but size() needs both, and waits with the consumer.
#pragma once

#include <memory>
#include <mutex>
#include <semaphore>
#include <utility>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : room_(capacity) {}

  void enqueue(int element) {
    room_.acquire();
    auto node = std::make_unique<Node>();
    node->element = element;
    {
      const std::lock_guard<std::mutex> lock(tail_mutex_);
      tail_->next = std::move(node);
      tail_ = tail_->next.get();
      ++enqueued_;
    }
    filled_.release();
  }

  int dequeue() {
    int element;
    {
      const std::lock_guard<std::mutex> lock(head_mutex_);
      filled_.acquire();
      head_ = std::move(head_->next);
      element = head_->element;
      ++dequeued_;
    }
    room_.release();
    return element;
  }

  int size() {
    const std::scoped_lock both(head_mutex_, tail_mutex_);
    return enqueued_ - dequeued_;
  }

 private:
  struct Node {
    int element = 0;
    std::unique_ptr<Node> next;
  };

  std::counting_semaphore<> room_;
  std::counting_semaphore<> filled_{0};
  std::mutex head_mutex_;
  std::unique_ptr<Node> head_ = std::make_unique<Node>();
  int dequeued_ = 0;
  std::mutex tail_mutex_;
  Node* tail_ = head_.get();
  int enqueued_ = 0;
};
