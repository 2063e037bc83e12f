// SPDX-License-Identifier: MIT
// Three threads call zero(), even() and odd() on the same object. As it stands the loops run past
// each other. Fill in what makes the numbers come as 0 1 0 2 0 3 … 0 n.
#pragma once

#include <functional>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {}

  void zero(std::function<void(int)> printNumber) {
    for (int i = 0; i < n_; ++i) {
      // Writes a 0. Keep this call.
      printNumber(0);
    }
  }

  void even(std::function<void(int)> printNumber) {
    for (int number = 2; number <= n_; number += 2) {
      // Writes 2, 4, 6, … Keep this call.
      printNumber(number);
    }
  }

  void odd(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; number += 2) {
      // Writes 1, 3, 5, … Keep this call.
      printNumber(number);
    }
  }

 private:
  int n_;
};
