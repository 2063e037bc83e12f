// SPDX-License-Identifier: MIT
// Bug: after each of its numbers odd waits for the zero that follows it. After the last odd number
// of an odd n none follows: odd spins for ever. With an even n all is well.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {}

  void zero(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; ++number) {
      await(2 * number - 2);
      printNumber(0);
      ++written_;
    }
  }
  void even(std::function<void(int)> printNumber) {
    for (int number = 2; number <= n_; number += 2) {
      await(2 * number - 1);
      printNumber(number);
      ++written_;
    }
  }
  void odd(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; number += 2) {
      await(2 * number - 1);
      printNumber(number);
      ++written_;
      await(2 * number + 1);
    }
  }

 private:
  void await(int written) {
    while (written_ < written) std::this_thread::yield();
  }

  const int n_;
  std::atomic<int> written_{0};
};
