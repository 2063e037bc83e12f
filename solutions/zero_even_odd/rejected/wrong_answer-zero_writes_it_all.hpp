// SPDX-License-Identifier: MIT
// Bug: one thread writes everything, and the text is right. But zero was to write zeros only; the
// three threads have one job each.
#pragma once

#include <functional>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {}

  void zero(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; ++number) {
      printNumber(0);
      printNumber(number);
    }
  }
  void even(std::function<void(int)>) {}
  void odd(std::function<void(int)>) {}

 private:
  const int n_;
};
