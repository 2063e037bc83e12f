// SPDX-License-Identifier: MIT
// One permit goes round. Who has written a word knows who is next, since it depends on the number
// alone. After n nobody is next, and nobody waits: each thread knows how many words it has.
#pragma once

#include <functional>
#include <semaphore>

class FizzBuzz {
 public:
  explicit FizzBuzz(int n) : n_(n) { may_go_[kind(1)].release(); }

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
      may_go_[mine].acquire();
      print(i);
      if (i < n_) may_go_[kind(i + 1)].release();
    }
  }

  const int n_;
  std::binary_semaphore may_go_[4] = {std::binary_semaphore(0), std::binary_semaphore(0),
                                      std::binary_semaphore(0), std::binary_semaphore(0)};
};
