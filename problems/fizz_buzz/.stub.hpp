// SPDX-License-Identifier: MIT
// Four threads call fizz(), buzz(), fizzbuzz() and number() on the same object. As it stands the
// loops run past each other. Fill in what makes them go through the numbers 1 … n together, in
// order.
#pragma once

#include <functional>

class FizzBuzz {
 public:
  explicit FizzBuzz(int n) : n_(n) {}

  void fizz(std::function<void()> printFizz) {
    for (int i = 1; i <= n_; ++i) {
      // Writes "fizz". Keep this call.
      if (i % 3 == 0 && i % 5 != 0) printFizz();
    }
  }

  void buzz(std::function<void()> printBuzz) {
    for (int i = 1; i <= n_; ++i) {
      // Writes "buzz". Keep this call.
      if (i % 5 == 0 && i % 3 != 0) printBuzz();
    }
  }

  void fizzbuzz(std::function<void()> printFizzBuzz) {
    for (int i = 1; i <= n_; ++i) {
      // Writes "fizzbuzz". Keep this call.
      if (i % 15 == 0) printFizzBuzz();
    }
  }

  void number(std::function<void(int)> printNumber) {
    for (int i = 1; i <= n_; ++i) {
      // Writes the number. Keep this call.
      if (i % 3 != 0 && i % 5 != 0) printNumber(i);
    }
  }

 private:
  int n_;
};
