// SPDX-License-Identifier: MIT
// Bug: 15 is left to fizz and buzz, one after the other, and fizzbuzz() has nothing to do. The
// letters are right, the words are not.
#pragma once

#include <atomic>
#include <functional>

class FizzBuzz {
 public:
  explicit FizzBuzz(int n) : n_(n) {}

  void fizz(std::function<void()> printFizz) {
    for (int i = 3; i <= n_; i += 3) in_turn(2 * i, i % 5 == 0 ? 1 : 2, printFizz);
  }
  void buzz(std::function<void()> printBuzz) {
    for (int i = 5; i <= n_; i += 5) {
      if (i % 3 == 0) {
        in_turn(2 * i + 1, 1, printBuzz);
      } else {
        in_turn(2 * i, 2, printBuzz);
      }
    }
  }
  void fizzbuzz(std::function<void()>) {}
  void number(std::function<void(int)> printNumber) {
    for (int i = 1; i <= n_; ++i) {
      if (i % 3 != 0 && i % 5 != 0) in_turn(2 * i, 2, [&] { printNumber(i); });
    }
  }

 private:
  template <class Print>
  void in_turn(int half, int halves, const Print& print) {
    for (int now = next_half_.load(); now != half; now = next_half_.load()) next_half_.wait(now);
    print();
    next_half_.store(half + halves);
    next_half_.notify_all();
  }

  const int n_;
  std::atomic<int> next_half_{2};
};
