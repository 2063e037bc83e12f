// SPDX-License-Identifier: MIT
// Bug: `if` around the wait for an element. Who is woken takes what is in the ring, also when
// another consumer was faster: then it is an old element, or none at all.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <vector>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : ring_(std::size_t(capacity), kNothing) {}

  void enqueue(int element) {
    std::unique_lock<std::mutex> lock(mutex_);
    not_full_.wait(lock, [&] { return last_ - first_ < ring_.size(); });
    ring_[last_++ % ring_.size()] = element;
    not_empty_.notify_one();
  }

  int dequeue() {
    std::unique_lock<std::mutex> lock(mutex_);
    if (first_ == last_) not_empty_.wait(lock);
    const int element = ring_[first_ % ring_.size()];
    if (first_ < last_) ++first_;
    not_full_.notify_one();
    return element;
  }

  int size() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return int(last_ - first_);
  }

 private:
  static constexpr int kNothing = -99;  // what a place holds that was never filled

  std::mutex mutex_;
  std::condition_variable not_full_;
  std::condition_variable not_empty_;
  std::vector<int> ring_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};
