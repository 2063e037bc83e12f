// SPDX-License-Identifier: MIT
// Bug: saves the notification when nobody sleeps, but looks for sleepers before it changes the
// turn. Who goes to sleep between the two has not seen the new turn and is not notified of it.
#pragma once

#include <atomic>
#include <functional>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {}

  void zero(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; ++number) write(2 * number - 2, 0, printNumber);
  }
  void even(std::function<void(int)> printNumber) {
    for (int number = 2; number <= n_; number += 2) write(2 * number - 1, number, printNumber);
  }
  void odd(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; number += 2) write(2 * number - 1, number, printNumber);
  }

 private:
  void write(int turn, int number, const std::function<void(int)>& print) {
    for (int now = written_.load(); now != turn; now = written_.load()) {
      ++sleepers_;
      written_.wait(now);
      --sleepers_;
    }
    print(number);
    const bool anybody_sleeps = sleepers_ > 0;
    ++written_;
    if (anybody_sleeps) written_.notify_all();
  }

  const int n_;
  std::atomic<int> written_{0};
  std::atomic<int> sleepers_{0};
};
