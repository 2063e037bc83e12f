// SPDX-License-Identifier: MIT
// Bug: zero() takes its turn only when it has given it away. If the other thread is quick and sets
// the flag again before that, the new turn is cleared with the old one, and all three wait.
#pragma once

#include <atomic>
#include <functional>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) { zero_.test_and_set(); }

  void zero(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; ++number) {
      zero_.wait(false);
      printNumber(0);
      give(number % 2 == 0 ? even_ : odd_);
      zero_.clear();
    }
  }

  void even(std::function<void(int)> printNumber) {
    for (int number = 2; number <= n_; number += 2) {
      take(even_);
      printNumber(number);
      give(zero_);
    }
  }

  void odd(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; number += 2) {
      take(odd_);
      printNumber(number);
      give(zero_);
    }
  }

 private:
  static void take(std::atomic_flag& turn) {
    turn.wait(false);
    turn.clear();
  }

  static void give(std::atomic_flag& turn) {
    turn.test_and_set();
    turn.notify_one();
  }

  const int n_;
  std::atomic_flag zero_;
  std::atomic_flag even_;
  std::atomic_flag odd_;
};
