// SPDX-License-Identifier: MIT
// All four go through the numbers side by side, with a barrier after each; at each number one of
// them has something to write.
#pragma once

#include <barrier>
#include <functional>

class FizzBuzz {
 public:
  explicit FizzBuzz(int n) : n_(n) {}

  void fizz(std::function<void()> printFizz) {
    side_by_side([&](int i) {
      if (i % 3 == 0 && i % 5 != 0) printFizz();
    });
  }
  void buzz(std::function<void()> printBuzz) {
    side_by_side([&](int i) {
      if (i % 5 == 0 && i % 3 != 0) printBuzz();
    });
  }
  void fizzbuzz(std::function<void()> printFizzBuzz) {
    side_by_side([&](int i) {
      if (i % 15 == 0) printFizzBuzz();
    });
  }
  void number(std::function<void(int)> printNumber) {
    side_by_side([&](int i) {
      if (i % 3 != 0 && i % 5 != 0) printNumber(i);
    });
  }

 private:
  template <class Step>
  void side_by_side(Step step) {
    for (int i = 1; i <= n_; ++i) {
      step(i);
      next_number_.arrive_and_wait();
    }
  }

  const int n_;
  std::barrier<> next_number_{4};
};
