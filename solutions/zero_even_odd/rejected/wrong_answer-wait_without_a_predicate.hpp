// SPDX-License-Identifier: MIT
// Bug: a condition variable for each thread, and `if` around each wait, since “only the right one
// is notified”. So it is; but a wait may return when nobody notified.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {}

  void zero(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; ++number) {
      take_turn(
          Turn::zero, [&] { printNumber(0); }, number % 2 == 0 ? Turn::even : Turn::odd);
    }
  }
  void even(std::function<void(int)> printNumber) {
    for (int number = 2; number <= n_; number += 2) {
      take_turn(
          Turn::even, [&] { printNumber(number); }, Turn::zero);
    }
  }
  void odd(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; number += 2) {
      take_turn(
          Turn::odd, [&] { printNumber(number); }, Turn::zero);
    }
  }

 private:
  enum class Turn { zero, even, odd };

  template <class Print>
  void take_turn(Turn mine, Print print, Turn next) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (turn_ != mine) my_turn_[int(mine)].wait(lock);
    print();
    turn_ = next;
    my_turn_[int(next)].notify_one();
  }

  const int n_;
  std::mutex mutex_;
  std::condition_variable my_turn_[3];
  Turn turn_ = Turn::zero;
};
