// SPDX-License-Identifier: MIT
// Bug: `if` where a loop must be. notify_all wakes both others, and the one whose turn it is not
// goes on all the same; so does anybody after a spurious wakeup.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {}

  void zero(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; ++number) print_as(2 * number - 2, 0, printNumber);
  }
  void even(std::function<void(int)> printNumber) {
    for (int number = 2; number <= n_; number += 2) print_as(2 * number - 1, number, printNumber);
  }
  void odd(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; number += 2) print_as(2 * number - 1, number, printNumber);
  }

 private:
  void print_as(int turn, int number, const std::function<void(int)>& print) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (written_ != turn) turn_changed_.wait(lock);
    print(number);
    ++written_;
    turn_changed_.notify_all();
  }

  const int n_;
  std::mutex mutex_;
  std::condition_variable turn_changed_;
  int written_ = 0;
};
