// SPDX-License-Identifier: MIT
// Bug: fizzbuzz() stops before n instead of at n. The permit for its word lies there and nobody
// takes it, and everybody ends. Only an n that 15 divides shows it.
#pragma once

#include <functional>
#include <semaphore>

class FizzBuzz {
 public:
  explicit FizzBuzz(int n) : n_(n) { number_.release(); }

  void fizz(std::function<void()> printFizz) {
    for (int i = 3; i <= n_; i += 3) {
      if (i % 5 != 0) in_turn(i, fizz_, printFizz);
    }
  }
  void buzz(std::function<void()> printBuzz) {
    for (int i = 5; i <= n_; i += 5) {
      if (i % 3 != 0) in_turn(i, buzz_, printBuzz);
    }
  }
  void fizzbuzz(std::function<void()> printFizzBuzz) {
    for (int i = 15; i < n_; i += 15) in_turn(i, fizzbuzz_, printFizzBuzz);
  }
  void number(std::function<void(int)> printNumber) {
    for (int i = 1; i <= n_; ++i) {
      if (i % 3 != 0 && i % 5 != 0) in_turn(i, number_, [&] { printNumber(i); });
    }
  }

 private:
  template <class Print>
  void in_turn(int i, std::binary_semaphore& mine, const Print& print) {
    mine.acquire();
    print();
    const int next = i + 1;
    if (next % 15 == 0) {
      fizzbuzz_.release();
    } else if (next % 3 == 0) {
      fizz_.release();
    } else if (next % 5 == 0) {
      buzz_.release();
    } else {
      number_.release();
    }
  }

  const int n_;
  std::binary_semaphore fizz_{0};
  std::binary_semaphore buzz_{0};
  std::binary_semaphore fizzbuzz_{0};
  std::binary_semaphore number_{0};
};
