// SPDX-License-Identifier: MIT
// In C, on a ring of `capacity` places.
#pragma once

#include <pthread.h>
#include <cstddef>
#include <vector>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : ring_(std::size_t(capacity)) {}

  ~BoundedBlockingQueue() {
    pthread_cond_destroy(&not_empty_);
    pthread_cond_destroy(&not_full_);
    pthread_mutex_destroy(&mutex_);
  }

  BoundedBlockingQueue(const BoundedBlockingQueue&) = delete;
  BoundedBlockingQueue& operator=(const BoundedBlockingQueue&) = delete;

  void enqueue(int element) {
    pthread_mutex_lock(&mutex_);
    while (count_ == ring_.size()) pthread_cond_wait(&not_full_, &mutex_);
    ring_[(first_ + count_++) % ring_.size()] = element;
    pthread_mutex_unlock(&mutex_);
    pthread_cond_signal(&not_empty_);
  }

  int dequeue() {
    pthread_mutex_lock(&mutex_);
    while (count_ == 0) pthread_cond_wait(&not_empty_, &mutex_);
    const int element = ring_[first_];
    first_ = (first_ + 1) % ring_.size();
    --count_;
    pthread_mutex_unlock(&mutex_);
    pthread_cond_signal(&not_full_);
    return element;
  }

  int size() {
    pthread_mutex_lock(&mutex_);
    const int count = int(count_);
    pthread_mutex_unlock(&mutex_);
    return count;
  }

 private:
  std::vector<int> ring_;
  std::size_t first_ = 0;
  std::size_t count_ = 0;
  pthread_mutex_t mutex_ = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t not_full_ = PTHREAD_COND_INITIALIZER;
  pthread_cond_t not_empty_ = PTHREAD_COND_INITIALIZER;
};
