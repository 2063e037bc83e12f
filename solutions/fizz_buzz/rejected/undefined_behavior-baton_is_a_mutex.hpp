// SPDX-License-Identifier: MIT
// Bug: the baton that goes round is a mutex for each thread, unlocked by whoever passes the baton
// on, and that is not its owner.
#pragma once

#include <functional>
#include <mutex>

class FizzBuzz {
 public:
  explicit FizzBuzz(int n) : n_(n) {
    for (std::mutex& baton : baton_) baton.lock();
    baton_[kind(1)].unlock();
  }

  void fizz(std::function<void()> printFizz) {
    take_part(kFizz, [&](int) { printFizz(); });
  }
  void buzz(std::function<void()> printBuzz) {
    take_part(kBuzz, [&](int) { printBuzz(); });
  }
  void fizzbuzz(std::function<void()> printFizzBuzz) {
    take_part(kFizzBuzz, [&](int) { printFizzBuzz(); });
  }
  void number(std::function<void(int)> printNumber) { take_part(kNumber, printNumber); }

 private:
  enum Kind { kFizz, kBuzz, kFizzBuzz, kNumber };

  static Kind kind(int i) {
    if (i % 15 == 0) return kFizzBuzz;
    return i % 3 == 0 ? kFizz : i % 5 == 0 ? kBuzz : kNumber;
  }

  template <class Print>
  void take_part(Kind mine, const Print& print) {
    for (int i = 1; i <= n_; ++i) {
      if (kind(i) != mine) continue;
      baton_[mine].lock();
      print(i);
      if (i < n_) baton_[kind(i + 1)].unlock();
    }
  }

  const int n_;
  std::mutex baton_[4];
};
