// SPDX-License-Identifier: MIT
// As POSIX has it. The next number is shared; 0 is due before it as long as zero_is_due_ says so.
#pragma once

#include <pthread.h>

#include <functional>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {}

  ~ZeroEvenOdd() {
    pthread_cond_destroy(&changed_);
    pthread_mutex_destroy(&mutex_);
  }

  ZeroEvenOdd(const ZeroEvenOdd&) = delete;
  ZeroEvenOdd& operator=(const ZeroEvenOdd&) = delete;

  void zero(std::function<void(int)> printNumber) {
    pthread_mutex_lock(&mutex_);
    while (next_ <= n_) {
      if (zero_is_due_) {
        printNumber(0);
        zero_is_due_ = false;
        pthread_cond_broadcast(&changed_);
      } else {
        pthread_cond_wait(&changed_, &mutex_);
      }
    }
    pthread_mutex_unlock(&mutex_);
  }

  void even(std::function<void(int)> printNumber) { count(0, printNumber); }
  void odd(std::function<void(int)> printNumber) { count(1, printNumber); }

 private:
  void count(int remainder, const std::function<void(int)>& print) {
    pthread_mutex_lock(&mutex_);
    while (next_ <= n_) {
      if (!zero_is_due_ && next_ % 2 == remainder) {
        print(next_++);
        zero_is_due_ = true;
        pthread_cond_broadcast(&changed_);
      } else {
        pthread_cond_wait(&changed_, &mutex_);
      }
    }
    pthread_mutex_unlock(&mutex_);
  }

  const int n_;
  pthread_mutex_t mutex_ = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t changed_ = PTHREAD_COND_INITIALIZER;
  int next_ = 1;
  bool zero_is_due_ = true;
};
