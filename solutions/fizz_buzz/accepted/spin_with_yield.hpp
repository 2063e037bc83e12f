// SPDX-License-Identifier: MIT
// Spins, but right: a release store makes each word visible to the acquire load that sees the next
// count. Accepted with the warning busy_wait.
// warns: busy_wait
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
    for (int i = 1; i <= n_; ++i) {
      if (!mine(i)) continue;
      while (next_.load(std::memory_order_acquire) != i) std::this_thread::yield();
      print(i);
      next_.store(i + 1, std::memory_order_release);
    }
  }

  const int n_;
  std::atomic<int> next_{1};
};
