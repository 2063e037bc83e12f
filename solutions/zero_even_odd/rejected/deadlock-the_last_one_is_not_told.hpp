// SPDX-License-Identifier: MIT
// Bug: all is well until the end. zero leaves when the last number is written, but even and odd
// wait for “my turn” without asking whether there will be one: one of them is left behind, unless
// it looked at the right moment.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {}

  void zero(std::function<void(int)> printNumber) {
    for (int i = 0; i < n_; ++i) {
      std::unique_lock<std::mutex> lock(mutex_);
      changed_.wait(lock, [&] { return zero_is_due_; });
      printNumber(0);
      zero_is_due_ = false;
      changed_.notify_all();
    }
  }
  void even(std::function<void(int)> printNumber) { count(0, printNumber); }
  void odd(std::function<void(int)> printNumber) { count(1, printNumber); }

 private:
  void count(int remainder, const std::function<void(int)>& print) {
    std::unique_lock<std::mutex> lock(mutex_);
    while (next_ <= n_) {
      changed_.wait(lock, [&] { return !zero_is_due_ && next_ % 2 == remainder; });
      print(next_++);
      zero_is_due_ = true;
      changed_.notify_all();
    }
  }

  const int n_;
  std::mutex mutex_;
  std::condition_variable changed_;
  int next_ = 1;
  bool zero_is_due_ = true;
};
