// SPDX-License-Identifier: MIT
// Bug: asks whether the end is reached before it waits, not after. Whoever is woken by the last
// word goes on as if there were one more: for n = 2, fizz writes a word for 3.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

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
    std::unique_lock<std::mutex> lock(mutex_);
    while (next_ <= n_) {
      counted_on_.wait(lock, [&] { return next_ > n_ || mine(next_); });
      print(next_++);
      counted_on_.notify_all();
    }
  }

  const int n_;
  std::mutex mutex_;
  std::condition_variable counted_on_;
  int next_ = 1;
};
