// SPDX-License-Identifier: MIT
// Bug: one semaphore for even and odd together. zero wakes “the next one”, and whichever of them
// gets the permit writes its number.
#pragma once

#include <functional>
#include <semaphore>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {}

  void zero(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; ++number) {
      zero_may_go_.acquire();
      printNumber(0);
      number_may_go_.release();
    }
  }

  void even(std::function<void(int)> printNumber) { count(2, printNumber); }
  void odd(std::function<void(int)> printNumber) { count(1, printNumber); }

 private:
  void count(int first, const std::function<void(int)>& print) {
    for (int number = first; number <= n_; number += 2) {
      number_may_go_.acquire();
      print(number);
      zero_may_go_.release();
    }
  }

  const int n_;
  std::binary_semaphore zero_may_go_{1};
  std::binary_semaphore number_may_go_{0};
};
