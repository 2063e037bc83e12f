// SPDX-License-Identifier: MIT
// The monitor in C, with a deadline that is computed once.
#pragma once

#include <pthread.h>
#include <time.h>

#include <chrono>

class CountingSemaphore {
 public:
  explicit CountingSemaphore(int permits) : permits_(permits) {}
  CountingSemaphore(const CountingSemaphore&) = delete;
  CountingSemaphore& operator=(const CountingSemaphore&) = delete;

  void acquire() {
    pthread_mutex_lock(&mutex_);
    while (permits_ == 0) pthread_cond_wait(&released_, &mutex_);
    --permits_;
    pthread_mutex_unlock(&mutex_);
  }

  bool try_acquire() {
    pthread_mutex_lock(&mutex_);
    const bool there = permits_ > 0;
    if (there) --permits_;
    pthread_mutex_unlock(&mutex_);
    return there;
  }

  bool try_acquire_for(std::chrono::milliseconds timeout) {
    if (timeout.count() <= 0) return try_acquire();
    const timespec deadline = from_now(timeout);
    pthread_mutex_lock(&mutex_);
    while (permits_ == 0) {
      if (pthread_cond_timedwait(&released_, &mutex_, &deadline) != 0) break;
    }
    const bool there = permits_ > 0;
    if (there) --permits_;
    pthread_mutex_unlock(&mutex_);
    return there;
  }

  void release(int n = 1) {
    pthread_mutex_lock(&mutex_);
    permits_ += n;
    pthread_cond_broadcast(&released_);
    pthread_mutex_unlock(&mutex_);
  }

 private:
  static timespec from_now(std::chrono::milliseconds timeout) {
    timespec at;
    clock_gettime(CLOCK_REALTIME, &at);
    const long nanoseconds = at.tv_nsec + timeout.count() % 1000 * 1'000'000;
    at.tv_sec += timeout.count() / 1000 + nanoseconds / 1'000'000'000;
    at.tv_nsec = nanoseconds % 1'000'000'000;
    return at;
  }

  pthread_mutex_t mutex_ = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t released_ = PTHREAD_COND_INITIALIZER;
  int permits_;
};
