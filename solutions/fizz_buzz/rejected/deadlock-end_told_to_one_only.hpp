// SPDX-License-Identifier: MIT
// Bug: who meets the end wakes one other thread, in the belief that it will wake the next. But the
// one that is woken leaves without waking anybody.
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
    while (true) {
      counted_on_.wait(lock, [&] { return next_ > n_ || mine(next_); });
      if (next_ > n_) return;
      print(next_++);
      if (next_ > n_) {
        counted_on_.notify_one();
      } else {
        counted_on_.notify_all();
      }
    }
  }

  const int n_;
  std::mutex mutex_;
  std::condition_variable counted_on_;
  int next_ = 1;
};
