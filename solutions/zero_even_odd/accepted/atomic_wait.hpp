// SPDX-License-Identifier: MIT
// No mutex: one atomic number counts what was written, and its wait and notify do the rest. Each
// thread waits for values that only it is meant for.
#pragma once

#include <atomic>
#include <functional>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {}

  void zero(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; ++number) {
      await(2 * number - 2);
      printNumber(0);
      pass_on();
    }
  }
  void even(std::function<void(int)> printNumber) { count(2, printNumber); }
  void odd(std::function<void(int)> printNumber) { count(1, printNumber); }

 private:
  void count(int first, const std::function<void(int)>& print) {
    for (int number = first; number <= n_; number += 2) {
      await(2 * number - 1);
      print(number);
      pass_on();
    }
  }

  void await(int turn) {
    for (int now = written_.load(); now != turn; now = written_.load()) written_.wait(now);
  }

  void pass_on() {
    ++written_;
    written_.notify_all();
  }

  const int n_;
  std::atomic<int> written_{0};
};
