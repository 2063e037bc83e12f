// SPDX-License-Identifier: MIT
// Bug: even gives the permit back before its number is written. Odd numbers are safe, so n = 1
// never shows it, and the callback must be slower than zero.
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
      (number % 2 == 0 ? even_may_go_ : odd_may_go_).release();
    }
  }

  void even(std::function<void(int)> printNumber) {
    for (int number = 2; number <= n_; number += 2) {
      even_may_go_.acquire();
      zero_may_go_.release();
      printNumber(number);
    }
  }

  void odd(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; number += 2) {
      odd_may_go_.acquire();
      printNumber(number);
      zero_may_go_.release();
    }
  }

 private:
  const int n_;
  std::binary_semaphore zero_may_go_{1};
  std::binary_semaphore even_may_go_{0};
  std::binary_semaphore odd_may_go_{0};
};
