// SPDX-License-Identifier: MIT
// A baton goes round all four threads for each number, and whose number it is says its word while
// it has the baton. Nobody computes who is next, and nobody has to be told that it is over; the
// price is four hand-overs a number.
#pragma once

#include <functional>
#include <semaphore>

class FizzBuzz {
 public:
  explicit FizzBuzz(int n) : n_(n) {}

  void fizz(std::function<void()> printFizz) {
    count(0, [&](int i) {
      if (i % 3 == 0 && i % 5 != 0) printFizz();
    });
  }

  void buzz(std::function<void()> printBuzz) {
    count(1, [&](int i) {
      if (i % 5 == 0 && i % 3 != 0) printBuzz();
    });
  }

  void fizzbuzz(std::function<void()> printFizzBuzz) {
    count(2, [&](int i) {
      if (i % 15 == 0) printFizzBuzz();
    });
  }

  void number(std::function<void(int)> printNumber) {
    count(3, [&](int i) {
      if (i % 3 != 0 && i % 5 != 0) printNumber(i);
    });
  }

 private:
  template <class Say>
  void count(int seat, Say say) {
    for (int i = 1; i <= n_; ++i) {
      baton_[seat].acquire();
      say(i);
      baton_[(seat + 1) % 4].release();
    }
  }

  using Seat = std::binary_semaphore;

  const int n_;
  Seat baton_[4] = {Seat(1), Seat(0), Seat(0), Seat(0)};
};
