// SPDX-License-Identifier: MIT
// Bug: three mutexes used as semaphores: locked by the thread that waits, unlocked by the one that
// passes the turn on, which does not own it. It often works, which does not make it defined.
#pragma once

#include <functional>
#include <mutex>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {
    even_may_go_.lock();
    odd_may_go_.lock();
  }

  void zero(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; ++number) {
      zero_may_go_.lock();
      printNumber(0);
      (number % 2 == 0 ? even_may_go_ : odd_may_go_).unlock();
    }
  }
  void even(std::function<void(int)> printNumber) { count(2, even_may_go_, printNumber); }
  void odd(std::function<void(int)> printNumber) { count(1, odd_may_go_, printNumber); }

 private:
  void count(int first, std::mutex& mine, const std::function<void(int)>& print) {
    for (int number = first; number <= n_; number += 2) {
      mine.lock();
      print(number);
      zero_may_go_.unlock();
    }
  }

  const int n_;
  std::mutex zero_may_go_;
  std::mutex even_may_go_;
  std::mutex odd_may_go_;
};
