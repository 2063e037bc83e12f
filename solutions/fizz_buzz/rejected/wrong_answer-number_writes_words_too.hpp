// SPDX-License-Identifier: MIT
// Bug: the thread that comes first writes everything, with callbacks that the others left for it.
// The words are right; but each was to be written by its own thread.
#pragma once

#include <functional>
#include <latch>
#include <utility>

class FizzBuzz {
 public:
  explicit FizzBuzz(int n) : n_(n) {}

  void fizz(std::function<void()> printFizz) { leave(fizz_, std::move(printFizz)); }
  void buzz(std::function<void()> printBuzz) { leave(buzz_, std::move(printBuzz)); }
  void fizzbuzz(std::function<void()> printFizzBuzz) { leave(fizzbuzz_, std::move(printFizzBuzz)); }
  void number(std::function<void(int)> printNumber) {
    left_.wait();
    for (int i = 1; i <= n_; ++i) {
      if (i % 15 == 0) {
        fizzbuzz_();
      } else if (i % 3 == 0) {
        fizz_();
      } else if (i % 5 == 0) {
        buzz_();
      } else {
        printNumber(i);
      }
    }
    written_.count_down();
  }

 private:
  void leave(std::function<void()>& where, std::function<void()> print) {
    where = std::move(print);
    left_.count_down();
    written_.wait();
  }

  const int n_;
  std::function<void()> fizz_;
  std::function<void()> buzz_;
  std::function<void()> fizzbuzz_;
  std::latch left_{3};
  std::latch written_{1};
};
