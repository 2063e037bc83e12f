// SPDX-License-Identifier: MIT
// Bug: zero has a condition variable of its own, but even and odd share one, and zero wakes one of
// the two with notify_one. As long as only one of them waits that is the right one.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {}

  void zero(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; ++number) {
      std::unique_lock<std::mutex> lock(mutex_);
      zero_turn_.wait(lock, [&] { return written_ == 2 * number - 2; });
      printNumber(0);
      ++written_;
      number_turn_.notify_one();
    }
  }
  void even(std::function<void(int)> printNumber) { count(2, printNumber); }
  void odd(std::function<void(int)> printNumber) { count(1, printNumber); }

 private:
  void count(int first, const std::function<void(int)>& print) {
    for (int number = first; number <= n_; number += 2) {
      std::unique_lock<std::mutex> lock(mutex_);
      number_turn_.wait(lock, [&] { return written_ == 2 * number - 1; });
      print(number);
      ++written_;
      zero_turn_.notify_one();
    }
  }

  const int n_;
  std::mutex mutex_;
  std::condition_variable zero_turn_;
  std::condition_variable number_turn_;
  int written_ = 0;
};
