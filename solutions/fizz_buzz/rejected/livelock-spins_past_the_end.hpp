// SPDX-License-Identifier: MIT
// Bug: spins until the count is a number of its own, and looks for the end only then. No such
// number comes any more once the last one is written.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

class FizzBuzz {
 public:
  explicit FizzBuzz(int n) : n_(n) {}

  void fizz(std::function<void()> printFizz) {
    take_part([](int i) { return i % 3 == 0 && i % 5 != 0; }, [&](int) { printFizz(); });
  }
  void buzz(std::function<void()> printBuzz) {
    take_part([](int i) { return i % 5 == 0 && i % 3 != 0; }, [&](int) { printBuzz(); });
  }
  void fizzbuzz(std::function<void()> printFizzBuzz) {
    take_part([](int i) { return i % 15 == 0; }, [&](int) { printFizzBuzz(); });
  }
  void number(std::function<void(int)> printNumber) {
    take_part([](int i) { return i % 3 != 0 && i % 5 != 0; }, printNumber);
  }

 private:
  template <class Mine, class Print>
  void take_part(Mine mine, const Print& print) {
    while (next_ <= n_) {
      while (!mine(next_)) std::this_thread::yield();
      if (next_ > n_) return;
      print(next_);
      ++next_;
    }
  }

  const int n_;
  std::atomic<int> next_{1};
};
