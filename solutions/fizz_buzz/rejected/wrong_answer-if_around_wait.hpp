// SPDX-License-Identifier: MIT
// Bug: `if` where a loop must be: notify_all wakes everybody, and everybody believes to be meant.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class FizzBuzz {
 public:
  explicit FizzBuzz(int n) : n_(n) {}

  void fizz(std::function<void()> printFizz) {
    for (int i = 3; i <= n_; i += 3) {
      if (i % 5 != 0) in_turn(i, printFizz);
    }
  }
  void buzz(std::function<void()> printBuzz) {
    for (int i = 5; i <= n_; i += 5) {
      if (i % 3 != 0) in_turn(i, printBuzz);
    }
  }
  void fizzbuzz(std::function<void()> printFizzBuzz) {
    for (int i = 15; i <= n_; i += 15) in_turn(i, printFizzBuzz);
  }
  void number(std::function<void(int)> printNumber) {
    for (int i = 1; i <= n_; ++i) {
      if (i % 3 != 0 && i % 5 != 0) in_turn(i, [&] { printNumber(i); });
    }
  }

 private:
  template <class Print>
  void in_turn(int i, const Print& print) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (next_ != i) counted_on_.wait(lock);
    print();
    ++next_;
    counted_on_.notify_all();
  }

  const int n_;
  std::mutex mutex_;
  std::condition_variable counted_on_;
  int next_ = 1;
};
