// SPDX-License-Identifier: MIT
// Bug: even looks at the turn before it takes the lock, to save the wait when its turn has come
// already. That one read is not guarded.
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
    for (int number = 2; number <= n_; number += 2) {
      if (written_ == 2 * number - 1) {
        printNumber(number);
        const std::lock_guard<std::mutex> lock(mutex_);
        ++written_;
        turn_changed_.notify_all();
      } else {
        print_as(2 * number - 1, number, printNumber);
      }
    }
  }
  void odd(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; number += 2) print_as(2 * number - 1, number, printNumber);
  }

 private:
  void print_as(int turn, int number, const std::function<void(int)>& print) {
    std::unique_lock<std::mutex> lock(mutex_);
    turn_changed_.wait(lock, [&] { return written_ == turn; });
    print(number);
    ++written_;
    turn_changed_.notify_all();
  }

  const int n_;
  std::mutex mutex_;
  std::condition_variable turn_changed_;
  int written_ = 0;
};
