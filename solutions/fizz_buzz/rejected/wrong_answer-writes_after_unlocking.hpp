// SPDX-License-Identifier: MIT
// Bug: takes its number under the lock, counts on, and writes the word when the lock is given back.
// The next word may be faster.
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
    while (true) {
      int mine_now;
      {
        std::unique_lock<std::mutex> lock(mutex_);
        counted_on_.wait(lock, [&] { return next_ > n_ || mine(next_); });
        if (next_ > n_) return;
        mine_now = next_++;
        counted_on_.notify_all();
      }
      print(mine_now);
    }
  }

  const int n_;
  std::mutex mutex_;
  std::condition_variable counted_on_;
  int next_ = 1;
};
