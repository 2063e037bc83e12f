// SPDX-License-Identifier: MIT
// Bug: the count is atomic, and relaxed. Each thread sees when it is its turn, but nothing orders
// what the threads do in their turns.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

class FizzBuzz {
 public:
  explicit FizzBuzz(int n) : n_(n) {}

  void fizz(std::function<void()> printFizz) {
    for (int i = 3; i <= n_; i += 3) {
      if (i % 5 != 0) in_turn(i, printFizz);
    }
  }
  void buzz(std::function<void()> printBuzz) {
    for (int i = 5; i <= n_; i += 5) {
      if (i % 3 != 0) in_turn(i, printBuzz);
    }
  }
  void fizzbuzz(std::function<void()> printFizzBuzz) {
    for (int i = 15; i <= n_; i += 15) in_turn(i, printFizzBuzz);
  }
  void number(std::function<void(int)> printNumber) {
    for (int i = 1; i <= n_; ++i) {
      if (i % 3 != 0 && i % 5 != 0) in_turn(i, [&] { printNumber(i); });
    }
  }

 private:
  template <class Print>
  void in_turn(int i, const Print& print) {
    while (next_.load(std::memory_order_relaxed) != i) std::this_thread::yield();
    print();
    next_.store(i + 1, std::memory_order_relaxed);
  }

  const int n_;
  std::atomic<int> next_{1};
};
