// SPDX-License-Identifier: MIT
// One permit goes round. zero alone decides where it goes next; even and odd always give it back.
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

  void even(std::function<void(int)> printNumber) { count(2, even_may_go_, printNumber); }
  void odd(std::function<void(int)> printNumber) { count(1, odd_may_go_, printNumber); }

 private:
  void count(int first, std::binary_semaphore& mine, const std::function<void(int)>& print) {
    for (int number = first; number <= n_; number += 2) {
      mine.acquire();
      print(number);
      zero_may_go_.release();
    }
  }

  const int n_;
  std::binary_semaphore zero_may_go_{1};
  std::binary_semaphore even_may_go_{0};
  std::binary_semaphore odd_may_go_{0};
};
