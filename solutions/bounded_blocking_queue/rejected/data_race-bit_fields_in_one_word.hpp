// SPDX-License-Identifier: MIT
// Bug: two statistics, each with a mutex of its own. But neighbouring bit-fields are one memory
// location: to write one of them is to read and write the other one too.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : capacity_(std::size_t(capacity)) {}

  void enqueue(int element) {
    {
      const std::lock_guard<std::mutex> lock(puts_mutex_);
      ++calls_.puts;
    }
    std::unique_lock<std::mutex> lock(mutex_);
    not_full_.wait(lock, [&] { return elements_.size() < capacity_; });
    elements_.push_back(element);
    not_empty_.notify_one();
  }

  int dequeue() {
    {
      const std::lock_guard<std::mutex> lock(takes_mutex_);
      ++calls_.takes;
    }
    std::unique_lock<std::mutex> lock(mutex_);
    not_empty_.wait(lock, [&] { return !elements_.empty(); });
    const int element = elements_.front();
    elements_.pop_front();
    not_full_.notify_one();
    return element;
  }

  int size() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return int(elements_.size());
  }

 private:
  struct Calls {
    unsigned puts : 16;
    unsigned takes : 16;
  };

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable not_full_;
  std::condition_variable not_empty_;
  std::deque<int> elements_;
  std::mutex puts_mutex_;
  std::mutex takes_mutex_;
  Calls calls_{};
};
