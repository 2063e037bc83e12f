// SPDX-License-Identifier: MIT
// A condition variable for each thread: at most one thread waits on each, so notify_one is enough
// and wakes exactly the one whose turn it is.
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
    my_turn_[int(mine)].wait(lock, [&] { return turn_ == mine; });
    print();
    turn_ = next;
    my_turn_[int(next)].notify_one();
  }

  const int n_;
  std::mutex mutex_;
  std::condition_variable my_turn_[3];
  Turn turn_ = Turn::zero;
};
